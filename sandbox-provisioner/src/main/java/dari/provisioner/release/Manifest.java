package dari.provisioner.release;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every file of a release with its size and hash, and the hospital's signature over exactly that ({@code manifest.json}).
 *
 * @param manifest version of this shape, 1
 * @param files sorted by path
 * @param signature null when the release was made without a signing key
 */
public record Manifest(
        int manifest, List<Entry> files, @Nullable Signature signature) {

    public Manifest {
        files = files.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    /**
     * @param path inside the release, with forward slashes
     * @param bytes size of the file
     * @param sha256 lower-case hex
     */
    public record Entry(String path, long bytes, String sha256) {}

    /**
     * @param algorithm always {@code Ed25519}
     * @param value Base64 of the signature over {@link #canonicalBytes()}
     */
    public record Signature(String algorithm, String value) {}

    /**
     * What is signed: the line {@code dari-manifest-1}, then per file {@code sha256 bytes path}, sorted by path, each line
     * ended by a line feed, in UTF-8. Independent of how the JSON is laid out.
     */
    public byte[] canonicalBytes() {
        StringBuilder text = new StringBuilder("dari-manifest-1\n");
        for (Entry file : files) {
            text.append(file.sha256())
                    .append(' ')
                    .append(file.bytes())
                    .append(' ')
                    .append(file.path())
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
