package dari.sandboxes;

import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

    ReleaseStorage(@Value("${dari.home}") Path home) {
        Path base = home.toAbsolutePath().normalize().resolve("releases");
        this.releases = base.resolve("kept");
        this.incoming = base.resolve("incoming");
    }

    static boolean isPath(String path) {
        return PATH.matcher(path).matches();
    }

    /** Keeps one sent file; sent again, it is replaced. */
    void receive(SandboxId sandbox, String path, byte[] content) {
        try {
            Path file = incoming(sandbox).resolve(path);
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "part", null);
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Checks what was sent and makes it the sandbox's release.
     *
     * @throws dari.provisioner.Refused naming the file that is missing, changed or too many, or a wrong signature
     */
    void complete(SandboxId sandbox, PublicKey hospital) {
        ReleaseVerifier.verify(incoming(sandbox), hospital);
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

    Release release(SandboxId sandbox) {
        return new Release(releases.resolve(sandbox.value().toString()));
    }

    /** Removes the files of a sandbox whose access is over. */
    void destroy(SandboxId sandbox) {
        try {
            FileSystemUtils.deleteRecursively(releases.resolve(sandbox.value().toString()));
            FileSystemUtils.deleteRecursively(incoming(sandbox));
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
