package dari.offers;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of an offer through all its revisions. */
@Embeddable
public record OfferId(UUID value) implements Serializable {}
