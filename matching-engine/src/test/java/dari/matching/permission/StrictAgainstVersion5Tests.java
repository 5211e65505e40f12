package dari.matching.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.json.MatchingJson;
import dari.matching.permission.duos.DuosV5Rules;
import dari.matching.permission.strict.StrictRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Writes down every place where the strict rules differ from the published version 5, from running both over the whole
 * grid, and holds the committed page to it. To renew the page after a change of the rules, copy the file that the
 * failing test names.
 */
class StrictAgainstVersion5Tests {

    private static final Path PAGE = Path.of("../docs/strict-against-duos-v5.md");

    private final PermissionRules strict = new StrictRules(TermGrid.DISEASES);
    private final PermissionRules version5 = new DuosV5Rules(TermGrid.DISEASES);

    /** Pairs that differ alike, and the first and least worded of them. */
    private static final class Place {
        private final String example;
        private int pairs;

        Place(String example) {
            this.example = example;
        }
    }

    @Test
    void thePageNamesEveryDifference() throws IOException {
        Map<String, Place> places = new TreeMap<>();
        int[] all = new int[2];
        TermGrid.forEach((dataset, purpose) -> {
            all[0]++;
            PermissionDecision ours = strict.decide(dataset, purpose);
            Decision theirs = version5.decide(dataset, purpose).decision();
            if (!isSame(theirs, ours.decision())) {
                all[1]++;
                places.computeIfAbsent(place(theirs, ours), key -> new Place(example(dataset, purpose))).pairs++;
            }
        });
        String page = page(places, all[0], all[1]);
        if (!Files.exists(PAGE) || !Files.readString(PAGE).equals(page)) {
            Path fresh = Files.writeString(Path.of("target", PAGE.getFileName().toString()), page);
            assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                    .as("%s is not what the rules say any more; %s is", PAGE, fresh)
                    .isEqualTo(page);
        }
    }

    /** An abstention and a question both send the pair to a person. */
    private static boolean isSame(Decision theirs, Decision ours) {
        return theirs == ours || (theirs == Decision.ABSTAIN && ours == Decision.ASK);
    }

    private static String place(Decision theirs, PermissionDecision ours) {
        String rules = ours.reasons().stream()
                .filter(reason -> reason.effect() == ours.decision())
                .map(reason -> "`" + reason.rule() + "`")
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return "| " + theirs + " | " + ours.decision() + " | " + rules + " | ";
    }

    private static String example(@Nullable UseTerms dataset, UseTerms purpose) {
        return "`" + MatchingJson.mapper().writeValueAsString(dataset) + "` for `"
                + MatchingJson.mapper().writeValueAsString(purpose) + "`";
    }

    private static String page(Map<String, Place> places, int pairs, int different) {
        StringBuilder page = new StringBuilder()
                .append("# Where the strict rules differ from the published version 5\n\n")
                .append(
                        "Written and checked by `StrictAgainstVersion5Tests`, which runs both over every combination of the\n")
                .append(
                        "primary fields and of methods development (unset, true, false) on both sides, and over every value of\n")
                .append("every other field on one side or both: ")
                .append(pairs)
                .append(" pairs, of which ")
                .append(different)
                .append(
                        " differ. An\nabstention (version 5) and a question (strict) count as the same: both send the pair to a person. The rules\n")
                .append(
                        "are those that decide; what each says stands in `templates/src/main/resources/messages/matching*.properties`\n")
                .append(
                        "under `matching.rule`. Diseases of the grid: lung is a kind of cancer, flu is not, unheard-of is in no hierarchy.\n\n")
                .append("| version 5 | strict | because of | pairs | for example |\n|---|---|---|---|---|\n");
        places.forEach((place, all) -> page.append(place)
                .append(all.pairs)
                .append(" | ")
                .append(all.example)
                .append(" |\n"));
        return page.toString();
    }
}
