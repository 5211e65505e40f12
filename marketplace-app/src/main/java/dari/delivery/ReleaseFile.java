package dari.delivery;

/**
 * A file of a release.
 *
 * @param name by which it is asked for, without its folder
 * @param path inside the release, as the hospital's signed manifest has it
 * @param sha256 lower-case hex, of the manifest
 */
public record ReleaseFile(String name, String path, long bytes, String sha256) {}
