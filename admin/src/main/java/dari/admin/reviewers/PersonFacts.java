package dari.admin.reviewers;

import java.util.Map;
import java.util.UUID;

/**
 * What the application knows of a reviewer, for conflicts.
 *
 * @param organizations names of the organisations they belong to, program offices left out, by id
 */
public record PersonFacts(UUID id, String name, Map<UUID, String> organizations) {

    public PersonFacts {
        organizations = Map.copyOf(organizations);
    }
}
