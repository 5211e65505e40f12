package dari.agents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the parts of files lie until their last one came, in a folder for each subject of a job. */
@Component
public class UploadFolder {

    private final Path home;

    UploadFolder(@Value("${dari.home}") Path home) {
        this.home = home.toAbsolutePath().normalize().resolve("uploads");
    }

    /** What arrived for a subject, for whoever removes it. */
    public Path of(UUID subject) {
        return home.resolve(subject.toString());
    }

    /**
     * Writes a part and has it on the disk before it returns. What an earlier try left behind this place goes: its part was
     * never acknowledged.
     */
    void write(AgentUpload upload, long from, byte[] part) {
        try {
            Path file = file(upload);
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(from).position(from);
                for (ByteBuffer rest = ByteBuffer.wrap(part); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes are on the disk, which are less than were acknowledged after a restore from a copy. */
    long size(AgentUpload upload) {
        try {
            return Files.exists(file(upload)) ? Files.size(file(upload)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes so far; of a file without any, none. */
    InputStream read(AgentUpload upload) throws IOException {
        return Files.exists(file(upload)) ? Files.newInputStream(file(upload)) : InputStream.nullInputStream();
    }

    void remove(AgentUpload upload) {
        delete(file(upload));
    }

    /** Removes what no upload knows any more and nothing was written to since then. */
    void removeUnknown(Set<UUID> known, Instant before) {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                boolean isKnown = known.stream().anyMatch(id -> file.endsWith(id.toString()));
                if (!isKnown && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the empty folders of subjects of which nothing arrives any more, and which nothing was put into since then. */
    void removeEmpty(Set<UUID> arriving, Instant before) {
        if (!Files.isDirectory(home)) {
            return;
        }
        try (Stream<Path> subjects = Files.list(home)) {
            for (Path subject : (Iterable<Path>) subjects::iterator) {
                boolean arrives = arriving.stream().anyMatch(id -> subject.endsWith(id.toString()));
                if (!arrives && Files.getLastModifiedTime(subject).toInstant().isBefore(before) && isEmpty(subject)) {
                    delete(subject);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(AgentUpload upload) {
        return of(upload.subject()).resolve(upload.id().toString());
    }
}
