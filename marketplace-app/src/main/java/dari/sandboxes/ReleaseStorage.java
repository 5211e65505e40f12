package dari.sandboxes;

import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
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

    private Path incoming(SandboxId sandbox) {
        return incoming.resolve(sandbox.value().toString());
    }
}
