package dari.destruction;

/**
 * A file that was there, and is to be gone.
 *
 * @param path inside the release
 * @param sha256 lower-case hex, of the file as it was
 */
public record RemovedFile(String path, long bytes, String sha256) {}
