package dari.organizations;

import dari.accounts.Accounts;
import dari.accounts.NewAccount;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Actor;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SecretToken;
import dari.kernel.SignedIn;
import dari.kernel.UserId;
import dari.notifications.Mail;
import dari.notifications.Postbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works for an organisation: members, and invitations to become one. */
@Service
@Transactional
public class Teams {

    private static final Duration INVITATION_LIFE = Duration.ofDays(14);

    /** Who brings colleagues in, changes what they may do, and lets them go. */
    static final Set<Role> KEEPERS = Set.of(Role.STARTUP_OWNER, Role.HOSPITAL_OFFICE, Role.PROGRAM_ADMINISTRATOR);

    private final Organizations organizations;
    private final InvitationRepository invitations;
    private final Accounts accounts;
    private final Postbox postbox;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final String baseUrl;

    Teams(
            Organizations organizations,
            InvitationRepository invitations,
            Accounts accounts,
            Postbox postbox,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.accounts = accounts;
        this.postbox = postbox;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<Member> mine() {
        return organizations.members(currentActor.get().organization());
    }

    /** Invitations of the actor's organisation that nobody has accepted yet. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<OpenInvitation> open() {
        Instant now = clock.instant();
        return invitations
                .findByOrganizationAndAcceptedAtIsNullOrderById(
                        currentActor.get().organization())
                .stream()
                .filter(invitation -> invitation.isOpen(now))
                .map(i -> new OpenInvitation(i.email(), i.roles(), i.expiresAt()))
                .toList();
    }

    @SignedIn
    public boolean mayInvite() {
        return currentActor.get().roles().stream().anyMatch(KEEPERS::contains);
    }

    /**
     * Invites a colleague by mail.
     *
     * @param language of the letter
     * @throws AccessDeniedException when the actor may not bring people in
     * @throws RuleBrokenException when the roles are of another side of the bridge, or the person belongs to the team
     */
    @SignedIn
    @SecondStep
    public void invite(String email, Set<Role> roles, String language) {
        Actor actor = currentActor.get();
        if (!mayInvite()) {
            throw new AccessDeniedException("may not invite");
        }
        if (roles.isEmpty() || roles.stream().anyMatch(role -> role.face() != actor.face())) {
            throw new RuleBrokenException("organizations.rule.roles");
        }
        boolean member = accounts.findByEmail(email).stream()
                .flatMap(account -> organizations.membershipsOf(account).stream())
                .anyMatch(
                        membership -> actor.belongsTo(membership.organization().id()));
        if (member) {
            throw new RuleBrokenException("organizations.rule.member");
        }
        invite(actor.organization(), email, roles, actor.user(), language);
    }

    /**
     * Sets up the program office at the first start of a marketplace: its first administrator joins by the letter.
     *
     * @return false when there is an office already
     */
    @BackgroundWork
    public boolean openOffice(NewOrganization office, String administrator) {
        if (!organizations.all(Face.PROGRAM).isEmpty()) {
            return false;
        }
        OrganizationId id = organizations.establishEmpty(office);
        invite(id, administrator, EnumSet.of(Role.PROGRAM_ADMINISTRATOR, Role.PROGRAM_FINANCE), null, "ko");
        return true;
    }

    private void invite(
            OrganizationId organization, String email, Set<Role> roles, @Nullable UserId inviter, String language) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        SecretToken token = SecretToken.fresh();
        Invitation invitation = invitations.save(new Invitation(
                ids.next(),
                organization,
                address,
                roles,
                token.hash(),
                inviter,
                clock.instant().plus(INVITATION_LIFE)));
        HistoryEntry invited = HistoryEntry.of("organization.invited", "organization", organization.value())
                .with("invitation", invitation.id());
        if (inviter == null) {
            history.recordBySystem("first-start", invited);
        } else {
            history.record(invited);
        }
        // who signs in already joins as the same person
        String door = accounts.findByEmail(address).isPresent() ? "/account/join" : "/signup/invitation";
        postbox.post(Mail.of(
                address,
                language,
                "organizations.mail.invited",
                baseUrl + door + "?token=" + token.text(),
                organizations.facts(organization).name()));
    }

    /** The organisation and the address an open invitation names, for the page that accepts it. */
    @Anyone
    @Transactional(readOnly = true)
    public InvitationFacts invitation(SecretToken token) {
        Invitation invitation = find(token);
        return new InvitationFacts(organizations.facts(invitation.organization()), invitation.email());
    }

    /** A colleague follows the link of the letter, which proves the address, and joins. */
    @Anyone
    public void accept(SecretToken token, String displayName, String password, String language) {
        Invitation invitation = find(token);
        UserId account =
                accounts.registerConfirmed(new NewAccount(invitation.email(), displayName, password, language));
        organizations.join(organizations.find(invitation.organization()), account, invitation.roles());
        invitation.accept(clock.instant());
    }

    /**
     * A person who signs in already joins another organisation.
     *
     * @throws RuleBrokenException when the letter went to another address, or the link is used up
     */
    @SignedIn
    public OrganizationId join(SecretToken token) {
        UserId person = currentActor.person().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
        Invitation invitation = find(token);
        boolean invited =
                accounts.findByEmail(invitation.email()).filter(person::equals).isPresent();
        if (!invited) {
            throw new RuleBrokenException("organizations.rule.otherAddress");
        }
        if (memberships().stream()
                .anyMatch(membership -> membership.organization().id().equals(invitation.organization()))) {
            throw new RuleBrokenException("organizations.rule.member");
        }
        organizations.join(organizations.find(invitation.organization()), person, invitation.roles());
        invitation.accept(clock.instant());
        return invitation.organization();
    }

    /** The organisations of the person who is signed in, also of one who belongs to none. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<OrganizationMembership> memberships() {
        return currentActor.person().map(organizations::membershipsOf).orElse(List.of());
    }

    /** @throws NotFoundException when the person does not belong there */
    @SignedIn
    @Transactional(readOnly = true)
    public void requireMembership(OrganizationId organization) {
        if (memberships().stream()
                .noneMatch(membership -> membership.organization().id().equals(organization))) {
            throw new NotFoundException("membership");
        }
    }

    /** The role that keeps a team of this side. */
    static Role keeperOf(Face face) {
        return switch (face) {
            case STARTUP -> Role.STARTUP_OWNER;
            case HOSPITAL -> Role.HOSPITAL_OFFICE;
            case PROGRAM -> Role.PROGRAM_ADMINISTRATOR;
        };
    }

    private Invitation find(SecretToken token) {
        return invitations
                .findByTokenHash(token.hash())
                .filter(invitation -> invitation.isOpen(clock.instant()))
                .orElseThrow(() -> new RuleBrokenException("accounts.rule.badLink"));
    }
}
