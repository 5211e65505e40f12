package dari.delivery;

import dari.kernel.RuleBrokenException;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The files of releases as the hospital signed them, and none that is not so any more. */
@Component
class ReleaseFiles {

    private static final Logger log = LoggerFactory.getLogger(ReleaseFiles.class);

    private static final Comparator<ReleaseFile> TABLES_FIRST = Comparator.comparing(
                    (ReleaseFile file) -> !file.path().startsWith(Release.DATA + "/"))
            .thenComparing(ReleaseFile::path);

    /** A release's file never changes: as long as its time and size stay, it need not be read again to know that. */
    private final Map<Seen, String> hashes = new ConcurrentHashMap<>();

    private record Seen(Path file, FileTime changedAt, long bytes) {}

    /** All that the manifest lists and the manifest itself, the tables first. */
    List<ReleaseFile> of(Release release) {
        return Stream.concat(
                        release.manifest().files().stream().map(ReleaseFiles::listed), Stream.of(manifest(release)))
                .sorted(TABLES_FIRST)
                .toList();
    }

    /** The list that the hospital signed; it cannot hold its own hash. */
    ReleaseFile manifest(Release release) {
        Path file = release.directory().resolve(Release.MANIFEST);
        try {
            return new ReleaseFile(Release.MANIFEST, Release.MANIFEST, Files.size(file), hash(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where the file lies.
     *
     * @throws RuleBrokenException when it is not, byte for byte, what was signed
     */
    Path unchanged(Release release, ReleaseFile facts) {
        Path file = release.directory().resolve(facts.path());
        if (!hash(file).equals(facts.sha256())) {
            log.error("a file of a release is not what was signed: {}", file.getFileName());
            throw new RuleBrokenException("delivery.rule.changed");
        }
        return file;
    }

    private String hash(Path file) {
        try {
            Seen seen = new Seen(file, Files.getLastModifiedTime(file), Files.size(file));
            hashes.keySet().removeIf(other -> other.file().equals(file) && !other.equals(seen));
            return hashes.computeIfAbsent(seen, now -> read(now.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream all = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            all.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(all.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReleaseFile listed(Manifest.Entry entry) {
        String path = entry.path();
        return new ReleaseFile(path.substring(path.lastIndexOf('/') + 1), path, entry.bytes(), entry.sha256());
    }
}
