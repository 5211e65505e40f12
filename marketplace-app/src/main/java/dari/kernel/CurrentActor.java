package dari.kernel;

import java.util.Optional;

/** The person of the present request. */
public interface CurrentActor {

    /**
     * The actor of this request.
     *
     * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in, or the person
     *     belongs to no organisation
     */
    Actor get();

    /** The actor, or empty for a visitor and for background work. */
    Optional<Actor> find();

    /** The person, also one who belongs to no organisation; empty for a visitor and for background work. */
    Optional<UserId> person();
}
