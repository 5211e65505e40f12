package dari.tokens;

import dari.kernel.SecretToken;
import java.util.Optional;

/** Knows the tokens of one kind by their text. */
public interface TokenKind {

    /** Whose request this is; empty for a text that is no good token of this kind. */
    Optional<PresentedToken> present(SecretToken text);
}
