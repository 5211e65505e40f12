package dari.admin.reviewers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds every conflict between a reviewer and an application from facts alone.
 *
 * @param firstYear shared work that ended before this year is over
 */
record ConflictRules(int firstYear) {

    /**
     * A reviewer with what they declared.
     *
     * @param declared organisations of the call to whom they said to be bound
     */
    record Reviewer(PersonFacts facts, List<Tie> ties, Set<UUID> declared) {}

    /**
     * An application with what its applicants said.
     *
     * @param collaborators names of people with whom the applicants worked
     * @param notWanted names of people who should not review
     * @param recused reviewers who declared a conflict when asked
     */
    record Case(List<PartyFacts> parties, List<String> collaborators, List<String> notWanted, Set<UUID> recused) {}

    List<Conflict> between(Reviewer reviewer, Case application) {
        List<Conflict> found = new ArrayList<>();
        for (PartyFacts party : application.parties()) {
            membership(reviewer.facts(), party, found);
            shared(ConflictKind.SHARED_MEMBERS, reviewer.facts(), party, party.sharingMembers(), found);
            shared(ConflictKind.SHARED_PROJECT, reviewer.facts(), party, party.sharedProjects(), found);
            for (Tie tie : reviewer.ties()) {
                if (counts(tie.lastYear()) && meets(tie, party)) {
                    found.add(new Conflict(ConflictKind.REVIEWERS_TIE, party.id(), tie.name()));
                }
            }
            if (reviewer.declared().contains(party.id())) {
                found.add(new Conflict(ConflictKind.DECLARED, party.id(), ""));
            }
        }
        named(ConflictKind.APPLICANTS_COLLABORATOR, reviewer.facts(), application.collaborators(), found);
        named(ConflictKind.NOT_WANTED, reviewer.facts(), application.notWanted(), found);
        if (application.recused().contains(reviewer.facts().id())) {
            found.add(new Conflict(ConflictKind.DECLARED, null, ""));
        }
        return List.copyOf(found);
    }

    private static void membership(PersonFacts reviewer, PartyFacts party, List<Conflict> found) {
        if (party.members().containsKey(reviewer.id())) {
            found.add(new Conflict(ConflictKind.SAME_ORGANIZATION, party.id(), ""));
        } else if (party.formerMembers().contains(reviewer.id())) {
            found.add(new Conflict(ConflictKind.FORMER_ORGANIZATION, party.id(), ""));
        }
    }

    private static void shared(
            ConflictKind kind,
            PersonFacts reviewer,
            PartyFacts party,
            Map<UUID, String> organizations,
            List<Conflict> found) {
        reviewer.organizations().forEach((id, name) -> {
            if (!id.equals(party.id()) && organizations.containsKey(id)) {
                found.add(new Conflict(kind, party.id(), name));
            }
        });
    }

    private static void named(ConflictKind kind, PersonFacts reviewer, List<String> names, List<Conflict> found) {
        if (names.stream().anyMatch(name -> PlainName.same(name, reviewer.name()))) {
            found.add(new Conflict(kind, null, ""));
        }
    }

    private static boolean meets(Tie tie, PartyFacts party) {
        return switch (tie.kind()) {
            case ORGANIZATION -> party.names().stream().anyMatch(name -> PlainName.same(tie.name(), name));
            case PERSON -> party.members().values().stream().anyMatch(name -> PlainName.same(tie.name(), name));
        };
    }

    private boolean counts(@Nullable Integer lastYear) {
        return lastYear == null || lastYear >= firstYear;
    }
}
