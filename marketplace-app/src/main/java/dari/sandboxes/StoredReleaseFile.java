package dari.sandboxes;

/**
 * A file that lies here for a sandbox.
 *
 * @param path inside the release; of what was sent and never became one, below {@code incoming/}, and below {@code parts/} what is no whole file yet
 * @param sha256 lower-case hex
 */
public record StoredReleaseFile(String path, long bytes, String sha256) {}
