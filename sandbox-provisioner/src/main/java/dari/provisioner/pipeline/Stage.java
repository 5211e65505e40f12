package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hidden folder beside the target in which a run works. Nothing is visible until one rename; what a killed run left
 * behind is deleted by the next one; two runs on one target exclude each other by a file lock.
 */
final class Stage implements AutoCloseable {

    private final Path target;
    private final Path hidden;
    private final Path lockFile;
    private final FileChannel channel;

    private Stage(Path target, Path hidden, Path lockFile, FileChannel channel) {
        this.target = target;
        this.hidden = hidden;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /**
     * @throws BadInput when the target exists and is not an empty folder
     * @throws SurroundingsFailed when another run holds the target, or the disk fails
     */
    static Stage open(Path out) {
        Path target = out.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || target.getFileName() == null) {
            throw new BadInput(out.toString(), "cannot be a release folder", "name a new folder");
        }
        requireFree(target);
        Path hidden = parent.resolve("." + target.getFileName() + ".partial");
        Path lockFile = parent.resolve("." + target.getFileName() + ".lock");
        FileChannel channel = null;
        try {
            Files.createDirectories(parent);
            channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new SurroundingsFailed(
                        "another run is working on " + target, new IOException("the lock is held"));
            }
            delete(hidden);
            Files.createDirectory(hidden, privately());
            Files.createDirectory(hidden.resolve("spill"), privately());
            Files.createDirectory(hidden.resolve("release"));
            return new Stage(target, hidden, lockFile, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new SurroundingsFailed("cannot work beside " + target, e);
        } catch (SurroundingsFailed e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // held by another thread of this process
            return null;
        }
    }

    private static FileAttribute<?>[] privately() {
        boolean posix = java.nio.file.FileSystems.getDefault()
                .supportedFileAttributeViews()
                .contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void requireFree(Path target) {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> content = Files.isDirectory(target) ? Files.list(target) : Stream.of(target)) {
            if (content.findAny().isPresent()) {
                throw new BadInput(target.toString(), "exists already", "name a new or empty folder");
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot look into " + target, e);
        }
    }

    /** Private folder for the engine's spill files. */
    Path spill() {
        return hidden.resolve("spill");
    }

    /** Folder that becomes the target. */
    Path release() {
        return hidden.resolve("release");
    }

    /** Forgets all that was prepared, so that only what is written from now on becomes visible. */
    void clearRelease() {
        try {
            delete(release());
            Files.createDirectory(release());
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot empty the working folder", e);
        }
    }

    /** Makes everything durable, then visible at once. */
    Path publish() {
        try {
            syncAll(release());
            Files.deleteIfExists(target);
            Files.move(release(), target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot make the release visible", e);
        }
    }

    private static void syncAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                try (FileChannel open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    open.force(true);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            delete(hidden);
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot remove the working folder", e);
        } finally {
            closeQuietly(channel);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot release the lock", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
