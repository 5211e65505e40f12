package dari.admin;

import java.util.UUID;

/** The office decided whether an organisation is what it says. */
public record OrganizationVerificationDecided(UUID organization, boolean approved, UUID actor) {}
