package dari.organizations;

import dari.kernel.OrganizationId;

/** The program office decided whether an organisation is what it says. */
public record OrganizationVerificationChanged(OrganizationId organization, Verification verification) {}
