package dari.documents;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One document that a party asks for, and what the wallet has for it.
 *
 * @param candidates documents of that kind, the one to offer first
 * @param shown which of them the party was given sight of
 */
public record PlanLine(UUID id, AskedContent asked, List<DocumentView> candidates, Set<DocumentId> shown) {

    /** {@code MISSING}, {@code EXPIRED}, {@code ENDING} or {@code VALID}. */
    public String state() {
        return candidates.isEmpty() ? "MISSING" : candidates.get(0).state().name();
    }

    public boolean isShown(DocumentView document) {
        return shown.contains(document.id());
    }

    /** Only the first is proposed: a startup may hold drafts and results that are meant for another hospital. */
    public boolean isProposed(DocumentView document) {
        return document.state() != DocumentState.EXPIRED
                && candidates.get(0).equals(document)
                && candidates.stream().noneMatch(this::isShown);
    }
}
