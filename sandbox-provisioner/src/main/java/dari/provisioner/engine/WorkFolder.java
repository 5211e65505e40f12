package dari.provisioner.engine;

import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private temporary folder for an engine's spill files, gone when closed. What a killed process left behind goes when the
 * next one makes its own: a folder's lock lies beside it, and only a living process holds it.
 */
public final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = "dari-work";
    private static final String LOCK = ".lock";

    /**
     * Locks of this process. Its sweeps must not even open them: where the system follows POSIX, closing any channel of a file
     * gives up the process's locks on it, and then another process would take the folder for a dead one's.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    public static WorkFolder create() {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static WorkFolder create(Path parent) {
        try {
            sweep(parent);
            Path path = Files.createTempDirectory(parent, PREFIX);
            OWN.add(lockOf(path));
            FileChannel lock = locked(lockOf(path));
            if (lock == null) {
                throw new IOException("another process took the new folder for an old one");
            }
            return new WorkFolder(path, lock);
        } catch (IOException e) {
            throw new SurroundingsFailed("no temporary folder can be made", e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (lock) {
            delete(path);
            Files.deleteIfExists(lockOf(path));
        } catch (IOException e) {
            throw new SurroundingsFailed("the temporary folder cannot be removed", e);
        } finally {
            OWN.remove(lockOf(path));
        }
    }

    /** Removes folders whose process is gone; one that cannot be removed, such as another user's, stays. */
    private static void sweep(Path parent) throws IOException {
        List<Path> locks;
        try (Stream<Path> all = Files.list(parent)) {
            locks = all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(LOCK);
                    })
                    .toList();
        }
        for (Path file : locks) {
            if (OWN.contains(file)) {
                continue;
            }
            try (FileChannel free = locked(file)) {
                if (free != null) {
                    String name = file.getFileName().toString();
                    delete(file.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // not ours to remove
            }
        }
    }

    /** Null while a living process holds it. */
    private static @Nullable FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by another thread of this process
        }
        channel.close();
        return null;
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
