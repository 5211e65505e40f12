package dari.incidents;

import java.time.Instant;

/**
 * What somebody reports.
 *
 * @param account what happened, without naming anybody
 * @param knownAt when it was noticed: from then on the clock runs
 */
public record NewIncident(IncidentKind kind, String account, Instant knownAt) {}
