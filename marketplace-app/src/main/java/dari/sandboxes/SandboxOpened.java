package dari.sandboxes;

import dari.projects.ProjectId;
import java.time.LocalDate;

/** The startup looked inside for the first time, or for the first time since it was prepared anew. */
public record SandboxOpened(SandboxId sandbox, ProjectId project, LocalDate on) {}
