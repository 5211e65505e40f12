package dari.sandboxes;

import dari.projects.ProjectId;

/** The use of a sandbox is over for good: what was prepared for it is to go. */
public record SandboxEnded(SandboxId sandbox, ProjectId project) {}
