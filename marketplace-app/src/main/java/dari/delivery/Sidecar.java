package dari.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What goes beside delivered files and says whose they are: whoever finds a copy can tell where it belongs.
 *
 * @param sidecar version of this shape, 1
 * @param recipient the startup to which the files were given
 * @param project the public number of the project
 * @param recipe hash of the recipe that the release was made by
 * @param manifest SHA-256 of the hospital's signed manifest
 * @param notice that copies cannot be recalled, in both languages
 */
record Sidecar(
        int sidecar,
        Party recipient,
        Party provider,
        String project,
        UUID sandbox,
        String recipe,
        String manifest,
        List<ReleaseFile> files,
        Instant deliveredAt,
        Notice notice) {

    static final String KIND = "dari-delivery-1";

    Sidecar {
        files = List.copyOf(files);
    }

    record Party(UUID id, String nameKo, String nameEn) {}

    record Notice(String ko, String en) {}
}
