package dari.needs;

import dari.kernel.OrganizationId;

/** A need as other features and pages read it. */
public record NeedView(
        NeedId id,
        OrganizationId startup,
        NeedStatus status,
        int revision,
        NeedContent content,
        NeedAudience audience) {}
