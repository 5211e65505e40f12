package dari.admin.assignment;

import java.util.UUID;

/** How many reviewers an application still lacks. */
public record Demand(UUID application, int reviewers) {}
