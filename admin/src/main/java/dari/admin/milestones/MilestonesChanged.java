package dari.admin.milestones;

import java.util.UUID;

/** The steps of one approved application are no longer those that were planned: one came, moved or was let go. */
public record MilestonesChanged(UUID application) {}
