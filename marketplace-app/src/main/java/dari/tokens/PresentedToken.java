package dari.tokens;

import dari.kernel.Actor;
import dari.organizations.OrganizationFacts;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A token that came with a request and is good now.
 *
 * @param actor its person, with the roles that the person has at this moment
 * @param madeAt when, after a second step
 */
public record PresentedToken(UUID id, Actor actor, OrganizationFacts organization, Set<Scope> scopes, Instant madeAt) {

    public PresentedToken {
        scopes = Set.copyOf(scopes);
    }
}
