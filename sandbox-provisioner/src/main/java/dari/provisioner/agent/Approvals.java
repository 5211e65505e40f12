package dari.provisioner.agent;

import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;

/** Recipe hashes that the hospital's steward approved, one a line with name and time; only ever appended to. */
final class Approvals {

    private static final String FILE = "approvals.tsv";

    private final Path file;

    Approvals(Path state) {
        this.file = state.resolve(FILE);
    }

    void add(String hash, String who, Clock clock) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    hash + "\t" + clock.instant() + "\t" + who.replaceAll("\\s", " ") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }

    boolean contain(String hash) {
        return lines().stream().anyMatch(line -> line.startsWith(hash + "\t"));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot read " + file, e);
        }
    }
}
