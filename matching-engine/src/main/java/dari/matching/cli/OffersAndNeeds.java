package dari.matching.cli;

import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The two files that every command about pairs reads. */
final class OffersAndNeeds {

    @Option(names = "--offers", required = true, description = "One offer per line.")
    private Path offersFile = Path.of("");

    @Option(names = "--needs", required = true, description = "One need per line.")
    private Path needsFile = Path.of("");

    /** Refuses a result that would take the place of what is read. */
    void isNot(Path out) throws IOException {
        OutputFile.distinct(out, offersFile, needsFile);
    }

    List<Offer> offers() throws IOException {
        return JsonFiles.lines(offersFile, MatchingJson::offer, Offer::id);
    }

    List<Need> needs() throws IOException {
        return JsonFiles.lines(needsFile, MatchingJson::need, Need::id);
    }

    /** The offer of that id. */
    Offer offer(List<Offer> offers, String id) {
        return offers.stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("--offer: " + id + " is not in " + offersFile));
    }

    /** The need of that id. */
    Need need(List<Need> needs, String id) {
        return needs.stream()
                .filter(need -> need.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("--need: " + id + " is not in " + needsFile));
    }
}
