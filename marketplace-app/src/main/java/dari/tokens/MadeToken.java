package dari.tokens;

import dari.kernel.SecretToken;
import java.util.UUID;

/** A token just made: the only time that its text is there. */
public record MadeToken(UUID id, SecretToken token) {}
