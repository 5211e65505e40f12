package dari.sandboxes;

/** Access to a sandbox ended, for now or for good. */
public record SandboxClosed(SandboxId sandbox) {}
