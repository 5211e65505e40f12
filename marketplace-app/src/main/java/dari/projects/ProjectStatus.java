package dari.projects;

/** Where a project stands. */
public enum ProjectStatus {
    PREPARING,
    LIVE,
    ENDED
}
