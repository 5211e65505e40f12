package dari.admin.reviewers;

import java.util.UUID;

/** A person whom an applicant named, and why. */
public record NamedPersonView(UUID id, NamedPersonKind kind, String name, String reason) {}
