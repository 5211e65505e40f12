package dari.organizations;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what members may do, hands a team over, and lets people go. A team always keeps somebody who keeps it. */
@Service
@Transactional
public class TeamKeeping {

    private final Organizations organizations;
    private final OrganizationRepository records;
    private final MembershipRepository memberships;
    private final Accounts accounts;
    private final Notifications notifications;
    private final History history;
    private final CurrentActor currentActor;

    TeamKeeping(
            Organizations organizations,
            OrganizationRepository records,
            MembershipRepository memberships,
            Accounts accounts,
            Notifications notifications,
            History history,
            CurrentActor currentActor) {
        this.organizations = organizations;
        this.records = records;
        this.memberships = memberships;
        this.accounts = accounts;
        this.notifications = notifications;
        this.history = history;
        this.currentActor = currentActor;
    }

    /** A member of the actor's team, for those who keep it. */
    @SignedIn
    @Transactional(readOnly = true)
    public Member member(UserId account) {
        keeper();
        Membership membership = own(account);
        return new Member(account, accounts.names(List.of(account)).getOrDefault(account, ""), membership.roles());
    }

    /**
     * Gives a member other roles; they count at the member's next request.
     *
     * @throws RuleBrokenException when a role is of another side, or nobody would keep the team
     */
    @SignedIn
    @SecondStep
    public void changeRoles(UserId account, Set<Role> roles) {
        Actor actor = keeper();
        if (roles.isEmpty() || roles.stream().anyMatch(role -> role.face() != actor.face())) {
            throw new RuleBrokenException("organizations.rule.roles");
        }
        lock(actor.organization());
        Membership membership = own(account);
        if (!keeps(roles)) {
            requireAnotherKeeper(account);
        }
        if (!membership.roles().equals(roles)) {
            membership.become(roles);
            record("organization.rolesChanged", account, roles);
            tell(account, "organizations.notice.roles");
        }
    }

    /**
     * Gives the keeping of the team to a member, and gives one's own up.
     *
     * @throws RuleBrokenException when the member keeps the team already, or it is oneself
     */
    @SignedIn
    @SecondStep
    public void handOver(UserId account) {
        Actor actor = keeper();
        lock(actor.organization());
        Membership next = own(account);
        if (account.equals(actor.user()) || keeps(next.roles())) {
            throw new RuleBrokenException("organizations.rule.keeper");
        }
        Role keeping = Teams.keeperOf(actor.face());
        Set<Role> more = EnumSet.of(keeping);
        more.addAll(next.roles());
        next.become(more);
        Membership before = own(actor.user());
        Set<Role> left = EnumSet.copyOf(before.roles());
        left.remove(keeping);
        if (left.isEmpty() && actor.face() == Face.STARTUP) {
            left.add(Role.STARTUP_MEMBER);
        }
        before.become(left);
        record("organization.handedOver", account, more);
        tell(account, "organizations.notice.handedOver");
    }

    /** Ends somebody else's membership: the next request finds them outside. */
    @SignedIn
    @SecondStep
    public void remove(UserId account) {
        Actor actor = keeper();
        if (account.equals(actor.user())) {
            throw new RuleBrokenException("organizations.rule.self");
        }
        lock(actor.organization());
        Membership membership = own(account);
        memberships.delete(membership);
        record("organization.removed", account, membership.roles());
        tell(account, "organizations.notice.removed");
    }

    /**
     * Ends the actor's own membership.
     *
     * @throws RuleBrokenException when nobody else keeps the team
     */
    @SignedIn
    public void leave() {
        Actor actor = currentActor.get();
        lock(actor.organization());
        Membership membership = own(actor.user());
        requireAnotherKeeper(actor.user());
        memberships.delete(membership);
        record("organization.left", actor.user(), membership.roles());
        organizations.tell(
                actor.organization(),
                Set.of(Teams.keeperOf(actor.face())),
                Notice.of(
                        "organizations.notice.left",
                        "/account",
                        accounts.names(List.of(actor.user())).getOrDefault(actor.user(), "")));
    }

    private Actor keeper() {
        Actor actor = currentActor.get();
        if (!keeps(actor.roles())) {
            throw new AccessDeniedException("keeps no team");
        }
        return actor;
    }

    private static boolean keeps(Set<Role> roles) {
        return roles.stream().anyMatch(Teams.KEEPERS::contains);
    }

    /** One change of a team after the other, so that the last two keepers cannot go at the same moment. */
    private void lock(OrganizationId organization) {
        if (records.lock(organization).isEmpty()) {
            throw new NotFoundException("organization");
        }
    }

    private void requireAnotherKeeper(UserId going) {
        boolean kept = memberships
                .findByOrganizationOrderById(currentActor.get().organization())
                .stream()
                .anyMatch(other -> !other.account().equals(going) && keeps(other.roles()));
        if (!kept) {
            throw new RuleBrokenException("organizations.rule.lastKeeper");
        }
    }

    private Membership own(UserId account) {
        return memberships
                .findByOrganizationAndAccount(currentActor.get().organization(), account)
                .orElseThrow(() -> new NotFoundException("member"));
    }

    private void tell(UserId account, String key) {
        notifications.tell(
                accounts.addressees(List.of(account)),
                Notice.of(
                        key,
                        "/account/organizations",
                        organizations.facts(currentActor.get().organization()).inNotices()));
    }

    private void record(String action, UserId account, Set<Role> roles) {
        history.record(HistoryEntry.of(
                        action,
                        "organization",
                        currentActor.get().organization().value())
                .with("account", account.value())
                .with("roles", roles.stream().sorted().map(Role::name).collect(Collectors.joining(","))));
    }
}
