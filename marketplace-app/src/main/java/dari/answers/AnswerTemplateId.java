package dari.answers;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a template. */
@Embeddable
public record AnswerTemplateId(UUID value) implements Serializable {}
