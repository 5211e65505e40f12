package dari.savedsearches;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Identity of a saved search. */
@Embeddable
public record SavedSearchId(UUID value) implements Serializable {}
