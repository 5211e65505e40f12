package dari.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one thing.
 *
 * @param action what was done, e.g. {@code offer.published}; people read it by the message {@code history.<action>}
 * @param subjectKind kind of the thing, e.g. {@code offer}
 * @param subject its identity
 * @param facts ids, codes, numbers and hashes that say more; never personal data
 * @param note what a person wrote as the reason; may be redacted later without breaking the chain
 */
public record HistoryEntry(
        String action,
        String subjectKind,
        UUID subject,
        Map<String, String> facts,
        @Nullable String note) {

    public HistoryEntry {
        facts = new TreeMap<>(facts);
    }

    public static HistoryEntry of(String action, String subjectKind, UUID subject) {
        return new HistoryEntry(action, subjectKind, subject, Map.of(), null);
    }

    public HistoryEntry with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, String.valueOf(value));
        return new HistoryEntry(action, subjectKind, subject, more, note);
    }

    public HistoryEntry because(@Nullable String reason) {
        return new HistoryEntry(action, subjectKind, subject, facts, reason);
    }
}
