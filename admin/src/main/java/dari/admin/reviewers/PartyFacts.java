package dari.admin.reviewers;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the application knows of a side, for conflicts.
 *
 * @param names its Korean and English name
 * @param members names of those who belong to it, by person
 * @param formerMembers people who belonged to it before
 * @param sharingMembers names of other organisations, no program office, that share a member with it, by id
 * @param sharedProjects names of organisations with which it had a project lately, by id
 */
public record PartyFacts(
        UUID id,
        Set<String> names,
        Map<UUID, String> members,
        Set<UUID> formerMembers,
        Map<UUID, String> sharingMembers,
        Map<UUID, String> sharedProjects) {

    public PartyFacts {
        names = Set.copyOf(names);
        members = Map.copyOf(members);
        formerMembers = Set.copyOf(formerMembers);
        sharingMembers = Map.copyOf(sharingMembers);
        sharedProjects = Map.copyOf(sharedProjects);
    }
}
