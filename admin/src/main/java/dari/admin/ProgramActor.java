package dari.admin;

import java.util.UUID;

/** Who is acting: the person and the organisation they act for. */
public record ProgramActor(UUID user, UUID organization) {}
