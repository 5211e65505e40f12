package dari.admin;

import java.util.UUID;

/** A call that was open to all changed: it was given a later deadline, or cancelled. */
public record CallChanged(UUID call) {}
