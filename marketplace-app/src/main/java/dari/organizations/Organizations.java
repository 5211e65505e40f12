package dari.organizations;

import dari.accounts.AccountConfirmed;
import dari.accounts.Accounts;
import dari.accounts.NewAccount;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.BackgroundWork;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.notifications.MailAttachment;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps organisations and who belongs to them; owns whether one is verified. */
@Service
@Transactional
public class Organizations {

    private final OrganizationRepository organizations;
    private final MembershipRepository memberships;
    private final Accounts accounts;
    private final Notifications notifications;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Organizations(
            OrganizationRepository organizations,
            MembershipRepository memberships,
            Accounts accounts,
            Notifications notifications,
            History history,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.organizations = organizations;
        this.memberships = memberships;
        this.accounts = accounts;
        this.notifications = notifications;
        this.history = history;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A visitor registers an organisation and becomes its first member, in force once the e-mail address is proven. */
    @Anyone
    public void signUp(NewOrganization organization, NewAccount founder) {
        accounts.register(founder).ifPresent(account -> create(organization, account, foundersRoles(organization)));
    }

    /**
     * Sets up an organisation whose first member needs no letter: the program office at the first start, the demo.
     *
     * @return the organisation, not yet verified
     */
    @BackgroundWork
    public OrganizationId establish(NewOrganization organization, NewAccount founder, Set<Role> roles) {
        UserId account = accounts.registerConfirmed(founder);
        OrganizationId id = create(organization, account, roles);
        events.publishEvent(new OrganizationRegistered(id, account));
        return id;
    }

    /** A verified organisation without members: the program office, before its first administrator came. */
    OrganizationId establishEmpty(NewOrganization request) {
        OrganizationId id = save(request);
        history.recordBySystem("first-start", HistoryEntry.of("organization.registered", "organization", id.value()));
        verificationDecided(id, Verification.VERIFIED);
        return id;
    }

    /** Adds a person who needs no letter to an organisation. */
    @BackgroundWork
    public UserId addMember(OrganizationId organization, NewAccount person, Set<Role> roles) {
        Organization home = find(organization);
        UserId account = accounts.registerConfirmed(person);
        join(home, account, roles);
        return account;
    }

    @ApplicationModuleListener
    void on(AccountConfirmed event) {
        memberships
                .findByAccountOrderById(event.account())
                .forEach(membership -> events.publishEvent(
                        new OrganizationRegistered(membership.organization(), membership.account())));
    }

    /** The program office decided; it also tells why, in its own history. */
    @BackgroundWork
    public void verificationDecided(OrganizationId id, Verification decision) {
        Organization organization = find(id);
        organization.decided(decision);
        events.publishEvent(new OrganizationVerificationChanged(id, decision));
    }

    /** What is on record changed: by the organisation itself before it was verified, by the desk's decision afterwards. */
    @BackgroundWork
    public void recorded(
            OrganizationId id,
            String name,
            @Nullable String englishName,
            BusinessRegistrationNumber number,
            @Nullable String region) {
        find(id).become(name, englishName, number, region);
    }

    /** Code of the province or metropolitan city that an address names. */
    @Anyone
    public Optional<String> region(String address) {
        return Regions.of(address);
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public OrganizationFacts facts(OrganizationId id) {
        return find(id).facts();
    }

    /** Facts by id; unknown ids are left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<OrganizationId, OrganizationFacts> facts(Collection<OrganizationId> wanted) {
        return organizations.findByIdIn(wanted).stream()
                .map(Organization::facts)
                .collect(Collectors.toMap(OrganizationFacts::id, Function.identity()));
    }

    /** The verified organisations with this number: usually one. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<OrganizationFacts> verified(BusinessRegistrationNumber number) {
        return organizations.findByRegistrationNumberAndVerification(number.digits(), Verification.VERIFIED).stream()
                .map(Organization::facts)
                .toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<OrganizationFacts> all(Face face) {
        return organizations.findByFace(face).stream().map(Organization::facts).toList();
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<OrganizationMembership> membershipsOf(UserId account) {
        return memberships.findByAccountOrderById(account).stream()
                .map(membership -> new OrganizationMembership(
                        find(membership.organization()).facts(), membership.roles()))
                .toList();
    }

    /** The same of several people, read at once; who belongs nowhere is left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UserId, List<OrganizationMembership>> membershipsOf(Collection<UserId> several) {
        List<Membership> all = memberships.findByAccountInOrderById(several);
        Map<OrganizationId, OrganizationFacts> homes =
                facts(all.stream().map(Membership::organization).collect(Collectors.toSet()));
        return all.stream()
                .filter(membership -> homes.containsKey(membership.organization()))
                .collect(Collectors.groupingBy(
                        Membership::account,
                        Collectors.mapping(
                                membership -> new OrganizationMembership(
                                        Objects.requireNonNull(homes.get(membership.organization())),
                                        membership.roles()),
                                Collectors.toList())));
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Member> members(OrganizationId organization) {
        return named(memberships.findByOrganizationOrderById(organization));
    }

    /** The members of every organisation of one side; who belongs to two of them stands there twice. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Member> members(Face face) {
        return named(memberships.findByFace(face));
    }

    private List<Member> named(List<Membership> all) {
        Map<UserId, String> names =
                accounts.names(all.stream().map(Membership::account).toList());
        return all.stream()
                .map(m -> new Member(m.account(), names.getOrDefault(m.account(), ""), m.roles()))
                .toList();
    }

    /** The same of several, read at once; in the order of the organisations. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<OrganizationId, List<Member>> members(Collection<OrganizationId> several) {
        List<Membership> all = memberships.findByOrganizationInOrderById(several);
        Map<UserId, String> names =
                accounts.names(all.stream().map(Membership::account).distinct().toList());
        return all.stream()
                .collect(Collectors.groupingBy(
                        Membership::organization,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                m -> new Member(m.account(), names.getOrDefault(m.account(), ""), m.roles()),
                                Collectors.toList())));
    }

    /**
     * Tells the members who have one of these roles.
     *
     * @param roles empty for every member
     */
    @BackgroundWork
    public void tell(OrganizationId organization, Set<Role> roles, Notice notice) {
        tell(organization, roles, notice, null);
    }

    /** Tells those of every organisation of one side who have the role, each as a member of theirs. */
    @BackgroundWork
    public void tell(Face face, Role role, Notice notice) {
        memberships.findByFace(face).stream()
                .collect(Collectors.groupingBy(Membership::organization))
                .forEach((organization, members) -> tell(organization, members, Set.of(role), notice, null));
    }

    /** Tells the members who have one of these roles, with a file that the letters carry. */
    @BackgroundWork
    public void tell(OrganizationId organization, Set<Role> roles, Notice notice, @Nullable MailAttachment attachment) {
        tell(organization, memberships.findByOrganizationOrderById(organization), roles, notice, attachment);
    }

    private void tell(
            OrganizationId organization,
            List<Membership> members,
            Set<Role> roles,
            Notice notice,
            @Nullable MailAttachment attachment) {
        List<UserId> people = members.stream()
                .filter(m -> roles.isEmpty() || m.roles().stream().anyMatch(roles::contains))
                .map(Membership::account)
                .toList();
        notifications.tell(accounts.addressees(people), organization, notice, attachment);
    }

    Organization find(OrganizationId id) {
        return organizations.findById(id).orElseThrow(() -> new NotFoundException("organization"));
    }

    void join(Organization organization, UserId account, Set<Role> roles) {
        memberships.save(new Membership(ids.next(), organization.id(), account, roles, clock.instant()));
        history.recordBy(
                account,
                organization.id(),
                HistoryEntry.of(
                                "organization.joined",
                                "organization",
                                organization.id().value())
                        .with("account", account.value())
                        .with("roles", roles.stream().sorted().map(Role::name).collect(Collectors.joining(","))));
    }

    private OrganizationId create(NewOrganization request, UserId founder, Set<Role> roles) {
        OrganizationId id = save(request);
        history.recordBy(founder, id, HistoryEntry.of("organization.registered", "organization", id.value()));
        join(find(id), founder, roles);
        return id;
    }

    private OrganizationId save(NewOrganization request) {
        OrganizationId id = new OrganizationId(ids.next());
        organizations.save(new Organization(id, request, clock.instant()));
        return id;
    }

    private static Set<Role> foundersRoles(NewOrganization organization) {
        return organization.face() == Face.STARTUP
                ? EnumSet.of(Role.STARTUP_OWNER, Role.STARTUP_DATA_SCIENTIST, Role.STARTUP_SIGNATORY)
                : EnumSet.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_SIGNATORY);
    }
}
