package dari.exports;

import dari.documents.FileStorage;
import dari.documents.FileSweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The bytes of exports under {@code DARI_HOME/exports}, apart from documents; they follow the transaction. */
class ExportStorage {

    private final FileStorage files;

    ExportStorage(Path home) {
        this.files = new FileStorage(home.resolve("exports"));
    }

    /** Gone again when the transaction does not commit. */
    void write(UUID id, InputStream content) throws IOException {
        files.write(id, content);
        after(TransactionSynchronization.STATUS_ROLLED_BACK, id);
    }

    void write(UUID id, byte[] content) {
        files.write(id, content);
        after(TransactionSynchronization.STATUS_ROLLED_BACK, id);
    }

    byte[] read(UUID id, byte[] sha256) {
        return files.read(id, sha256);
    }

    /**
     * Where a file lies, after its bytes were compared with their hash.
     *
     * @throws IllegalStateException when they are no longer those that were looked at
     */
    Path checked(UUID id, byte[] sha256) {
        Path path = files.path(id);
        if (!MessageDigest.isEqual(sha256(path), sha256)) {
            throw new IllegalStateException("export file " + id + " was changed on the disk");
        }
        return path;
    }

    Path path(UUID id) {
        return files.path(id);
    }

    /** Once the transaction has committed. */
    void deleteLater(UUID id) {
        after(TransactionSynchronization.STATUS_COMMITTED, id);
    }

    void delete(UUID id) {
        files.delete(id);
    }

    /** @param known ids whose bytes stay */
    FileSweep sweep(Supplier<Set<UUID>> known, Clock clock) {
        return new FileSweep(files, known, clock);
    }

    static byte[] sha256(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void after(int outcome, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == outcome) {
                    files.delete(id);
                }
            }
        });
    }
}
