package dari.sandboxes;

import dari.agents.UploadFolder;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.FileSystemUtils;

/**
 * Releases in a local directory. What an agent sends gathers in a place of its own and becomes a release by one rename,
 * after every byte was checked against the hospital's signature.
 */
@Component
class ReleaseStorage {

    /** The files of a release: known names, and tables below {@code data/}. */
    private static final Pattern PATH =
            Pattern.compile("(manifest|certificate|assessment|dictionary|croissant)\\.json|certificate\\.html"
                    + "|data/[A-Za-z0-9_]{1,80}\\.(csv|parquet|ndjson)");

    private final Path releases;
    private final Path incoming;
    private final UploadFolder uploads;

    ReleaseStorage(@Value("${dari.home}") Path home, UploadFolder uploads) {
        this.uploads = uploads;
        Path base = home.toAbsolutePath().normalize().resolve("releases");
        this.releases = base.resolve("kept");
        this.incoming = base.resolve("incoming");
    }

    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** Keeps one sent file; sent again, it is replaced. */
    void receive(SandboxId sandbox, String path, InputStream content) throws IOException {
        Path file = incoming(sandbox).resolve(path);
        Files.createDirectories(file.getParent());
        // not beside the others: what a kill leaves there would be a file too many for the manifest
        Path part = Files.createDirectories(uploads.of(sandbox.value())).resolve("whole");
        Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Sandboxes for which something arrived that is no release yet. */
    List<SandboxId> gathering() {
        if (!Files.isDirectory(incoming)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(incoming)) {
            return found.filter(Files::isDirectory)
                    .map(folder -> new SandboxId(UUID.fromString(String.valueOf(folder.getFileName()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what arrived and never became a release, when nothing of it changed since then. */
    void forgetUnfinished(SandboxId sandbox, Instant before) {
        Path folder = incoming(sandbox);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            boolean isOld = true;
            for (Path path : (Iterable<Path>) found::iterator) {
                isOld &= Files.getLastModifiedTime(path).toInstant().isBefore(before);
            }
            if (isOld) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks what was sent and makes it the sandbox's release.
     *
     * @param dataStay whether its data are at the hospital and none may be here
     * @throws dari.provisioner.Refused naming the file that is missing, changed or too many, or a wrong signature
     */
    void complete(SandboxId sandbox, PublicKey hospital, boolean dataStay) {
        if (dataStay) {
            ReleaseVerifier.verifyWithoutData(incoming(sandbox), hospital);
        } else {
            ReleaseVerifier.verify(incoming(sandbox), hospital);
        }
        try {
            Files.createDirectories(releases);
            FileSystemUtils.deleteRecursively(releases.resolve(sandbox.value().toString()));
            Files.move(incoming(sandbox), releases.resolve(sandbox.value().toString()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(SandboxId sandbox) {
        return Files.isDirectory(releases.resolve(sandbox.value().toString()));
    }

    /** Empty once its files are gone. */
    Optional<Release> find(SandboxId sandbox) {
        return has(sandbox) ? Optional.of(release(sandbox)) : Optional.empty();
    }

    Release release(SandboxId sandbox) {
        return new Release(releases.resolve(sandbox.value().toString()));
    }

    /** Removes the files of a sandbox whose access is over. */
    void destroy(SandboxId sandbox) {
        try {
            FileSystemUtils.deleteRecursively(releases.resolve(sandbox.value().toString()));
            FileSystemUtils.deleteRecursively(incoming(sandbox));
            FileSystemUtils.deleteRecursively(uploads.of(sandbox.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same once the transaction has committed: one that fails leaves what people look at where it is. */
    void destroyAfterCommit(SandboxId sandbox) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                destroy(sandbox);
            }
        });
    }

    /** What lies here for a sandbox: its release, and what never became one. */
    List<StoredReleaseFile> files(SandboxId sandbox) {
        List<StoredReleaseFile> found = new ArrayList<>();
        list(releases.resolve(sandbox.value().toString()), "", found);
        list(incoming(sandbox), "incoming/", found);
        list(uploads.of(sandbox.value()), "parts/", found);
        return found;
    }

    private static void list(Path folder, String prefix, List<StoredReleaseFile> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                    long bytes = content.transferTo(OutputStream.nullOutputStream());
                    String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
                    found.add(new StoredReleaseFile(
                            prefix + path, bytes, HexFormat.of().formatHex(digest.digest())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path incoming(SandboxId sandbox) {
        return incoming.resolve(sandbox.value().toString());
    }
}
