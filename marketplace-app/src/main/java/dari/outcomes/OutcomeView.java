package dari.outcomes;

import dari.projects.ProjectId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * @param reference where it can be looked up: a DOI, a number, an address; may be empty
 * @param on the day it happened
 */
public record OutcomeView(
        UUID id,
        ProjectId project,
        OutcomeKind kind,
        String title,
        String reference,
        LocalDate on,
        Instant reportedAt) {}
