package dari.introductions;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of an introduction. */
@Embeddable
public record IntroductionId(UUID value) implements Serializable {}
