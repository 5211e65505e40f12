package dari.documents;

import java.time.Instant;
import java.util.UUID;

/** What pages say of a kept file. */
public record FileFacts(UUID id, String name, FileType type, long bytes, ScanState scan, Instant uploadedAt) {

    private static final long KIBIBYTE = 1024;

    /** In whole KB, at least one. */
    public long kilobytes() {
        return Math.max(1, (bytes + KIBIBYTE - 1) / KIBIBYTE);
    }
}
