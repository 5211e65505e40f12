package dari.pooling;

import dari.organizations.OrganizationFacts;
import dari.projects.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request for pooled rows as its sides read it: a hospital sees of the others who they are and what they said, not why. */
public record PoolingView(UUID id, ConsentText text, Instant askedAt, List<Part> parts) {

    public PoolingView {
        parts = List.copyOf(parts);
    }

    /**
     * @param signer who signed for the hospital, as typed; null before, and for other hospitals
     * @param reason null before, and for other hospitals
     */
    public record Part(
            ProjectId project,
            String number,
            OrganizationFacts hospital,
            PartDecision decision,
            @Nullable String signer,
            @Nullable String reason,
            @Nullable Instant decidedAt) {}

    /**
     * Persons to be matched across hospitals, which happens outside.
     *
     * @param body the designated body, as the startup wrote it down; null before
     * @param reference its number there; null before
     */
    public record Linkage(
            UUID id,
            String reason,
            @Nullable String body,
            @Nullable String reference,
            Instant refusedAt,
            @Nullable Instant notedAt) {}

    /** Whether every hospital agreed, so that rows may lie side by side; one that withdrew since takes its own away only. */
    public boolean isAgreed() {
        return parts.stream()
                .allMatch(
                        part -> part.decision() == PartDecision.CONSENTED || part.decision() == PartDecision.WITHDRAWN);
    }

    /** Those whose rows lie there now. */
    public List<Part> taking() {
        return isAgreed()
                ? parts.stream()
                        .filter(part -> part.decision() == PartDecision.CONSENTED)
                        .toList()
                : List.of();
    }
}
