package dari.sandboxes;

import dari.kernel.OrganizationId;
import dari.projects.ProjectId;

/** Which sandbox it is, without what is said of it. */
public record SandboxOutline(SandboxId id, ProjectId project, OrganizationId hospital, SandboxStatus status) {}
