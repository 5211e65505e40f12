package dari.sandboxes;

import dari.projects.ProjectId;

/** How a project's data is prepared was set, or set anew; nobody who agreed to an earlier recipe agreed to this one. */
public record RecipeSet(ProjectId project, String hash) {}
