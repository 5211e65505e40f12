package dari.hospitaldecisions;

import java.time.LocalDate;
import java.util.UUID;

/** A rule that is on. */
public record RuleLine(UUID id, String dataset, String owner, LocalDate since) {}
