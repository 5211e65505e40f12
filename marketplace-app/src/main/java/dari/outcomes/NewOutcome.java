package dari.outcomes;

import java.time.LocalDate;

/** What a startup reports of a project. */
public record NewOutcome(OutcomeKind kind, String title, String reference, LocalDate on) {}
