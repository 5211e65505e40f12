package dari.tokens;

import java.time.Duration;
import java.util.Set;

/**
 * A token that somebody asks for.
 *
 * @param name by which its owner knows it again
 * @param scopes what it may do, at least one
 * @param life how long it works, at most a year
 */
public record NewToken(String name, Set<Scope> scopes, Duration life) {

    private static final Duration LONGEST = Duration.ofDays(365);

    public NewToken {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty() || life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a token has a scope and lives a year at most");
        }
    }
}
