package dari.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A key that is made once and kept in the application's directory for its owner only, where the environment gives none. */
public final class KeyFile {

    /** Makes a new key. */
    @FunctionalInterface
    public interface Maker<E extends Exception> {
        List<String> make() throws E;
    }

    private KeyFile() {}

    /**
     * The lines of the file, which is made first where there is none.
     *
     * @param home the application's directory
     * @param file path below it
     */
    public static <E extends Exception> List<String> lines(Path home, String file, Maker<E> maker) throws E {
        Path kept = home.toAbsolutePath().normalize().resolve(file);
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(kept.getParent());
                Path part = Files.createTempFile(
                        kept.getParent(),
                        "new",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(part, maker.make());
                Files.move(part, kept);
            }
            return Files.readAllLines(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
