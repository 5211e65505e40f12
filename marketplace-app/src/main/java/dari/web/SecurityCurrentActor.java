package dari.web;

import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

@Component
class SecurityCurrentActor implements CurrentActor {

    @Override
    public Actor get() {
        return find().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    @Override
    public Optional<Actor> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof MemberAuthentication member ? Optional.of(member.actor()) : Optional.empty();
    }

    @Override
    public Optional<UserId> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof MemberAuthentication member) {
            return Optional.of(member.actor().user());
        }
        return authentication != null && authentication.getPrincipal() instanceof UserDetails
                ? Optional.of(new UserId(UUID.fromString(authentication.getName())))
                : Optional.empty();
    }
}
