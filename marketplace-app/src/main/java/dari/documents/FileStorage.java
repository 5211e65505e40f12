package dari.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bytes of files, each by its id in a folder of one kind of file, out of reach of the web server. */
public final class FileStorage {

    private final Path home;

    public FileStorage(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** Writes a file whole or not at all. */
    public void write(UUID id, byte[] content) {
        try {
            write(id, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for what is too large to be held in memory. */
    public void write(UUID id, InputStream content) throws IOException {
        Path file = path(id);
        Path part = file.resolveSibling(id + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.copy(content, part);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * @throws IllegalStateException when the bytes are no longer those that were checked
     */
    public byte[] read(UUID id, byte[] sha256) {
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

    public void delete(UUID id) {
        remove(path(id));
    }

    /**
     * Removes files that nobody knows, and parts of files, when they were written before a time.
     *
     * @param known ids of the files that stay; asked for after the files were listed, so that none that came in between is lost
     */
    public void removeUnknown(Supplier<Set<UUID>> known, Instant before) {
        List<Path> old = writtenBefore(before);
        if (old.isEmpty()) {
            return;
        }
        Set<String> staying = known.get().stream().map(UUID::toString).collect(Collectors.toSet());
        for (Path file : old) {
            if (!staying.contains(String.valueOf(file.getFileName()))) {
                remove(file);
            }
        }
    }

    private List<Path> writtenBefore(Instant time) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(home)) {
            List<Path> old = new ArrayList<>();
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    old.add(file);
                }
            }
            return old;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a file lies, whether it is there or not. Ids grow with time: their last two digits spread the files evenly. */
    public Path path(UUID id) {
        String name = id.toString();
        return home.resolve(name.substring(name.length() - 2)).resolve(name);
    }
}
