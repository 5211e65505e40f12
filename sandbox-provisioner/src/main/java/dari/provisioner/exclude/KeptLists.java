package dari.provisioner.exclude;

import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An agent's exclusion lists, one a source, and which line of each was obeyed last: an older list is refused. */
public final class KeptLists {

    private static final String LIST = ".list";
    private static final String OBEYED = ".obeyed";

    private final Path folder;

    /** @param state the agent's state directory */
    public KeptLists(Path state) {
        this.folder = state.resolve("exclusions");
    }

    public Path file(String source) {
        return folder.resolve(source + LIST);
    }

    /**
     * The list of a source, which is from now on the least that is obeyed; empty where none was ever kept.
     *
     * @throws ExclusionListBehind when it is older than before, changed, or gone
     */
    public Optional<Exclusions> obeyed(String source) {
        try {
            Path obeyed = folder.resolve(source + OBEYED);
            List<String> before = Files.exists(obeyed) ? Files.readAllLines(obeyed) : List.of();
            if (!Files.exists(file(source))) {
                if (!before.isEmpty()) {
                    throw new ExclusionListBehind("the exclusion list of " + source + " is gone: put the newest back");
                }
                return Optional.empty();
            }
            ExclusionList list = ExclusionList.read(file(source));
            Exclusions now = list.now();
            String line = now.sequence() + "\t" + now.head();
            if (!before.isEmpty()) {
                String[] last = before.get(before.size() - 1).split("\t");
                list.requireGoesOnFrom(Long.parseLong(last[0]), last[1]);
            }
            if (before.isEmpty() || !before.get(before.size() - 1).equals(line)) {
                Files.writeString(
                        obeyed,
                        line + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND,
                        StandardOpenOption.SYNC);
            }
            return Optional.of(now);
        } catch (IOException e) {
            throw new SurroundingsFailed("the exclusion list of " + source + " cannot be read", e);
        }
    }

    /** The dates of the lists that can be vouched for, by source. */
    public Map<String, LocalDate> dates(List<String> sources) {
        Map<String, LocalDate> dates = new TreeMap<>();
        for (String source : sources) {
            try {
                obeyed(source).ifPresent(list -> dates.put(source, list.asOf()));
            } catch (ExclusionListBehind e) {
                // each job of this source is refused and says so
            }
        }
        return dates;
    }
}
