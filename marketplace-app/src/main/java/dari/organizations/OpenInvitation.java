package dari.organizations;

import dari.kernel.Role;
import java.time.Instant;
import java.util.Set;

/** An invitation that waits for its answer. */
public record OpenInvitation(String email, Set<Role> roles, Instant expiresAt) {

    @Override
    public String toString() {
        return "OpenInvitation[redacted]";
    }
}
