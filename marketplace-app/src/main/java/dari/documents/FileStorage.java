package dari.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The bytes of files, each by its id under {@code DARI_HOME/documents}, out of reach of the web server. */
@Component
class FileStorage {

    private final Path home;

    FileStorage(@Value("${dari.home}") Path home) {
        this.home = home.toAbsolutePath().normalize().resolve("documents");
    }

    /** Writes a file whole or not at all. */
    void write(UUID id, byte[] content) {
        Path file = path(id);
        Path part = file.resolveSibling(id + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.write(part, content, StandardOpenOption.CREATE_NEW);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IllegalStateException when the bytes are no longer those that were checked
     */
    byte[] read(UUID id, byte[] sha256) {
        try {
            byte[] content = Files.readAllBytes(path(id));
            if (!MessageDigest.isEqual(sha256(content), sha256)) {
                throw new IllegalStateException("file " + id + " was changed on the disk");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ids grow with time: their last two digits spread the files evenly. */
    private Path path(UUID id) {
        String name = id.toString();
        return home.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
