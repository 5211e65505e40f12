package dari.admin;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Where the call of an approved application stands.
 *
 * @param version number of the version in force: each extension makes another
 */
public record CallStanding(UUID call, int version, LocalDate deadline, boolean cancelled) {}
