package dari.admin.figures;

import java.time.Instant;

/**
 * Figures with the time of their count.
 *
 * @param kept whether they were counted for an earlier look and may be behind by {@link KeptFigures#RENEWED_AFTER}
 */
public record CountedFigures(CallFigures figures, Instant at, boolean kept) {}
