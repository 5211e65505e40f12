package dari.admin.eligibility;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything the rules look at.
 *
 * @param lead the one that applies
 * @param members those that confirmed to take part and declared for themselves, the lead left out
 * @param partners hospitals that take part by an introduction that they accepted; they declare nothing
 * @param handedIn ids of the form's file questions that have a file
 */
public record Applicant(Party lead, List<Party> members, int partners, Set<String> handedIn) {

    /** @param firm whether the size of this organisation counts: a hospital takes part, it is not funded */
    public record Party(String name, boolean firm, boolean verified, Declaration declared) {}

    public Applicant {
        members = List.copyOf(members);
        handedIn = Set.copyOf(handedIn);
    }

    List<Party> all() {
        return Stream.concat(Stream.of(lead), members.stream()).toList();
    }
}
