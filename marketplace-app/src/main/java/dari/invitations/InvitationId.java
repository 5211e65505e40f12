package dari.invitations;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a hospital's invitation. */
@Embeddable
public record InvitationId(UUID value) implements Serializable {}
