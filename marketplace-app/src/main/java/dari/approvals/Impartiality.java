package dari.approvals;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.organizations.Member;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.sandboxes.Sandboxes;
import dari.sandboxes.StaysOut;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who has to stay out of a matter: whoever asked for it, whoever prepared it, and whoever says so. */
@Component
class Impartiality implements StaysOut {

    private final BoardApprovalRepository approvals;
    private final BoardRecusalRepository recusals;
    private final Organizations organizations;
    private final Sandboxes sandboxes;

    Impartiality(
            BoardApprovalRepository approvals,
            BoardRecusalRepository recusals,
            Organizations organizations,
            @Lazy Sandboxes sandboxes) {
        this.approvals = approvals;
        this.recusals = recusals;
        this.organizations = organizations;
        this.sandboxes = sandboxes;
    }

    /** Why somebody does not vote; empty for whoever may. Codes of {@code approvals.out.<code>}. */
    Optional<String> why(BoardApproval approval, UserId person) {
        if (isRecused(approval, person)) {
            return Optional.of("recused");
        }
        boolean asked = organizations.members(approval.startup()).stream()
                .map(Member::user)
                .anyMatch(person::equals);
        if (asked) {
            return Optional.of("requester");
        }
        return sandboxes.recipeAuthor(approval.project()).filter(person::equals).map(author -> "author");
    }

    boolean isRecused(BoardApproval approval, UserId person) {
        return recusals.findByApprovalOrderById(approval.id()).stream()
                .anyMatch(recusal -> recusal.person().equals(person));
    }

    /** A matter does not change sides between the first look and the second. */
    @Override
    public Set<ProjectId> from(Collection<ProjectId> projects, UserId person) {
        List<BoardApproval> asked = approvals.findByProjectIn(projects);
        Set<UUID> recused =
                recusals
                        .findByApprovalInAndPerson(
                                asked.stream().map(BoardApproval::id).toList(), person)
                        .stream()
                        .map(BoardRecusal::approval)
                        .collect(Collectors.toSet());
        Set<OrganizationId> own = organizations.membershipsOf(person).stream()
                .map(membership -> membership.organization().id())
                .collect(Collectors.toSet());
        return asked.stream()
                .filter(one -> recused.contains(one.id()) || own.contains(one.startup()))
                .map(BoardApproval::project)
                .collect(Collectors.toSet());
    }
}
