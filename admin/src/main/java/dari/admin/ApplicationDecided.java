package dari.admin;

import java.util.UUID;

/**
 * The program decided on an application.
 *
 * @param approved with or without conditions
 */
public record ApplicationDecided(UUID application, boolean approved, UUID actor) {}
