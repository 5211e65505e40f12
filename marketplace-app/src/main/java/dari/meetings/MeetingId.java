package dari.meetings;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a meeting. */
@Embeddable
public record MeetingId(UUID value) implements Serializable {}
