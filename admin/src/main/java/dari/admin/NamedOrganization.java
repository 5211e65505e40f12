package dari.admin;

import java.util.UUID;

/** An organisation with its name. */
public record NamedOrganization(UUID id, String name) {}
