package dari.admin.milestones;

import java.util.UUID;

/**
 * A step that settles money was accepted; amounts in won.
 *
 * @param milestone the step's code, stable within the application
 * @param clawbackWon what the startup has to pay back; 0 for nothing
 */
public record AwardSettled(UUID application, String milestone, long spentWon, long clawbackWon) {}
