package dari.provisioner.engine;

import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A private temporary folder for an engine's spill files, gone when closed. */
public final class WorkFolder implements AutoCloseable {

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    public static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("dari-work"));
        } catch (IOException e) {
            throw new SurroundingsFailed("no temporary folder can be made", e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("the temporary folder cannot be removed", e);
        }
    }
}
