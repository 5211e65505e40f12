package dari.provisioner.privacy;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bytes of a ledger on disk: read and appended to under a lock that excludes other processes, synced before it returns. */
final class LedgerFile {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /**
     * One at a time in this process. The system's file locks belong to the process, and closing any channel of the file gives
     * them up, so threads cannot be kept apart by them.
     */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    /** The two steps of an append, apart so that tests can end the process between any two bytes. */
    interface Disk {

        void write(FileChannel channel, ByteBuffer bytes) throws IOException;

        void sync(FileChannel channel) throws IOException;
    }

    static final Disk REAL = new Disk() {
        @Override
        public void write(FileChannel channel, ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void sync(FileChannel channel) throws IOException {
            channel.force(true);
        }
    };

    private final Path path;
    private final Clock clock;
    private final Duration patience;
    private final Disk disk;

    /** @param patience how long another process may hold the lock before this one gives up */
    LedgerFile(Path path, Clock clock, Duration patience, Disk disk) {
        this.path = path;
        this.clock = clock;
        this.patience = patience;
        this.disk = disk;
    }

    Path path() {
        return path;
    }

    /** What the ledger says now. */
    LedgerChain read() {
        requireFile();
        enter();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = locked(channel, true)) {
            return chain(channel, lock);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot read " + path, e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /**
     * Appends what the function makes of the present state, and returns when it is on the disk.
     *
     * @param create whether a missing file is an empty ledger
     * @param next what to write; throws to write nothing
     */
    LedgerEntry append(boolean create, Function<LedgerChain, LedgerEntry.Draft> next) {
        if (!create) {
            requireFile();
        }
        enter();
        boolean fresh = !Files.exists(path);
        try (FileChannel channel = FileChannel.open(
                        path,
                        create
                                ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)
                                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
                FileLock lock = locked(channel, false)) {
            LedgerChain chain = chain(channel, lock);
            LedgerEntry entry = next.apply(chain).after(chain.last(), clock.instant());
            byte[] line = (entry.line() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            byte[] pending = chain.pending();
            ByteBuffer bytes = ByteBuffer.allocate(pending.length + line.length);
            bytes.put(pending).put(line).flip();
            channel.position(channel.size());
            disk.write(channel, bytes);
            disk.sync(channel);
            if (fresh) {
                syncFolder();
            }
            return entry;
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + path + "; nothing was answered", e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private void enter() {
        try {
            if (!IN_THIS_PROCESS.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw held();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw held();
        }
    }

    private SurroundingsFailed held() {
        return new SurroundingsFailed(
                path + ": held by another for more than " + patience.toMillis() + " ms; try again later",
                new IOException("locked"));
    }

    private void requireFile() {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(path.toString(), "is no ledger", "make one with: ledger --ledger FILE open …");
        }
    }

    private LedgerChain chain(FileChannel channel, FileLock lock) throws IOException {
        if (!lock.isValid() || channel.size() > Integer.MAX_VALUE / 2) {
            throw new IOException("the ledger cannot be held in memory or its lock was lost");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        for (int read = 0; read >= 0 && bytes.hasRemaining(); ) {
            read = channel.read(bytes, bytes.position());
        }
        return LedgerChain.read(bytes.array(), path.toString(), clock.instant());
    }

    private FileLock locked(FileChannel channel, boolean shared) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            FileLock lock = tryLock(channel, shared);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - deadline > 0) {
                throw held();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null; // other code of this process holds it
        }
    }

    /** So that a new file survives a power cut, not only its bytes. Windows has no such call and needs none. */
    private void syncFolder() {
        Path folder = path.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder == null ? path : folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not a POSIX system
        }
    }
}
