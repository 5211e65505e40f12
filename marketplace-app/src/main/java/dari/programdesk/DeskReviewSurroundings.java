package dari.programdesk;

import dari.accounts.Accounts;
import dari.admin.ProgramActor;
import dari.admin.ReviewSurroundings;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.documents.ContentRefused;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import dari.organizations.Member;
import dari.organizations.Organizations;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
class DeskReviewSurroundings implements ReviewSurroundings {

    private final CurrentActor currentActor;
    private final History history;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Notifications notifications;

    DeskReviewSurroundings(
            CurrentActor currentActor,
            History history,
            Organizations organizations,
            Accounts accounts,
            Notifications notifications) {
        this.currentActor = currentActor;
        this.history = history;
        this.organizations = organizations;
        this.accounts = accounts;
        this.notifications = notifications;
    }

    @Override
    public Optional<ProgramActor> actorIfAny() {
        return currentActor
                .find()
                .map(actor -> new ProgramActor(
                        actor.user().value(), actor.organization().value()));
    }

    @Override
    public Set<UUID> organizationsOf(UUID person) {
        return organizations.membershipsOf(new UserId(person)).stream()
                .map(membership -> membership.organization().id().value())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> organizationNames(UUID organization) {
        return DeskConflictFacts.names(organizations.facts(new OrganizationId(organization)));
    }

    @Override
    public void recordByItself(String action, String kind, UUID subject, Map<String, String> facts) {
        history.recordBySystem("reviews", new HistoryEntry(action, kind, subject, facts, null));
    }

    @Override
    public void tellAdministratorsExcept(
            Collection<UUID> bound, Collection<UUID> people, String messageKey, String link) {
        List<UserId> free = organizations.members(Face.PROGRAM).stream()
                .filter(member -> member.roles().contains(Role.PROGRAM_ADMINISTRATOR))
                .map(Member::user)
                .distinct()
                .filter(person -> !people.contains(person.value()))
                .filter(person -> organizationsOf(person.value()).stream().noneMatch(bound::contains))
                .toList();
        notifications.tell(accounts.addressees(free), new Notice(messageKey, List.of(), link));
    }

    @Override
    public Optional<String> refusalOf(String text) {
        try {
            ContentCheck.message(text);
            return Optional.empty();
        } catch (ContentRefused e) {
            return Optional.of(e.messageKey());
        }
    }
}
