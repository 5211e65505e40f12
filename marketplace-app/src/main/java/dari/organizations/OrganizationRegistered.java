package dari.organizations;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;

/** An organisation joined, by a person whose e-mail address is not yet confirmed. */
public record OrganizationRegistered(OrganizationId organization, UserId by) {}
