package dari.projects;

/** An approved application became a project: agreement, invoice and sandbox follow. */
public record ProjectMade(ProjectId project, int ownSharePercent) {}
