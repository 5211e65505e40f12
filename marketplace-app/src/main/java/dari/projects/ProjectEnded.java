package dari.projects;

/** One hospital's part of a project is over, by whoever's word. */
public record ProjectEnded(ProjectId project) {}
