package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.release.Manifest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names and header values of tus 1.0, resumable uploads over HTTP (https://tus.io/protocols/resumable-upload), as far as
 * agents and the marketplace speak it: core, creation, checksum (SHA-256 alone) and expiration.
 */
public final class Tus {

    public static final String VERSION = "1.0.0";
    public static final String VERSION_HEADER = "Tus-Resumable";
    public static final String LENGTH = "Upload-Length";
    public static final String OFFSET = "Upload-Offset";
    public static final String METADATA = "Upload-Metadata";
    public static final String CHECKSUM = "Upload-Checksum";
    public static final String EXPIRES = "Upload-Expires";
    public static final String PART_TYPE = "application/offset+octet-stream";

    /** The status of a part that is not what its checksum says. */
    public static final int CHECKSUM_MISMATCH = 460;

    private static final String PATH_KEY = "path";
    private static final String HASH_KEY = "sha256";
    private static final String ALGORITHM = "sha256 ";

    private Tus() {}

    /** What a file will be once all of its parts are there, as {@link #METADATA} says it. */
    public static String metadata(Manifest.Entry file) {
        return PATH_KEY + " " + base64(file.path()) + "," + HASH_KEY + " " + base64(file.sha256());
    }

    /**
     * The same read back.
     *
     * @throws BadInput when it does not name a path and a SHA-256 in hex
     */
    public static Manifest.Entry announced(String metadata, long length) {
        Map<String, String> values = new HashMap<>();
        for (String pair : metadata.split(",", -1)) {
            String[] both = pair.strip().split(" ", 2);
            values.put(both[0], both.length == 2 ? text(both[1]) : "");
        }
        String path = values.getOrDefault(PATH_KEY, "");
        String hash = values.getOrDefault(HASH_KEY, "");
        if (path.isBlank() || !hash.matches("[0-9a-f]{64}") || length < 0) {
            throw new BadInput(
                    METADATA, "names no path with its sha256", "announce a file as docs/agent-protocol.md says");
        }
        return new Manifest.Entry(path, length, hash);
    }

    /** Of one part, as {@link #CHECKSUM} says it. */
    public static String checksum(byte[] part) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(part);
            return ALGORITHM + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** Headers that a request's signature covers, {@code name: value} each: without them a part could be put elsewhere. */
    public static List<String> signedHeaders(Function<String, @Nullable String> value) {
        List<String> lines = new ArrayList<>();
        for (String name : List.of(LENGTH, OFFSET, METADATA)) {
            String said = value.apply(name);
            if (said != null) {
                lines.add(name + ": " + said);
            }
        }
        return lines;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
