package dari.programdesk;

import dari.accounts.Accounts;
import dari.admin.ApplicationPartner;
import dari.admin.ProgramActor;
import dari.admin.ProgramSurroundings;
import dari.admin.forms.LocalText;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.matching.json.MatchingJson;
import dari.notifications.Notice;
import dari.notifications.Notifications;
import dari.organizations.Member;
import dari.organizations.Organizations;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

@Component
class DeskSurroundings implements ProgramSurroundings {

    private final CurrentActor currentActor;
    private final Ids ids;
    private final History history;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Notifications notifications;
    private final Introductions introductions;

    DeskSurroundings(
            CurrentActor currentActor,
            Ids ids,
            History history,
            Organizations organizations,
            Accounts accounts,
            Notifications notifications,
            Introductions introductions) {
        this.currentActor = currentActor;
        this.ids = ids;
        this.history = history;
        this.organizations = organizations;
        this.accounts = accounts;
        this.notifications = notifications;
        this.introductions = introductions;
    }

    @Override
    public ProgramActor actor() {
        Actor actor = currentActor.get();
        return new ProgramActor(actor.user().value(), actor.organization().value());
    }

    @Override
    public UUID newId() {
        return ids.next();
    }

    @Override
    public void record(String action, String kind, UUID subject, Map<String, String> facts, @Nullable String note) {
        history.record(new HistoryEntry(action, kind, subject, facts, note));
    }

    @Override
    public void tellOrganization(UUID organization, String messageKey, String link, String... arguments) {
        organizations.tell(
                new OrganizationId(organization), Set.of(), new Notice(messageKey, List.of(arguments), link));
    }

    @Override
    public void tellPerson(UUID person, String messageKey, String link, String... arguments) {
        notifications.tell(
                accounts.addressees(List.of(new UserId(person))), new Notice(messageKey, List.of(arguments), link));
    }

    @Override
    public void tellAdministrators(String messageKey, String link, String... arguments) {
        Notice notice = new Notice(messageKey, List.of(arguments), link);
        organizations.tell(Face.PROGRAM, Role.PROGRAM_ADMINISTRATOR, notice);
    }

    @Override
    public String organizationName(UUID organization) {
        return organizations.facts(new OrganizationId(organization)).name();
    }

    @Override
    public String organizationName(UUID organization, Locale locale) {
        return organizations.facts(new OrganizationId(organization)).name(locale);
    }

    @Override
    public String inNotices(UUID organization) {
        return Notice.organization(organization);
    }

    @Override
    public String inNotices(LocalText title) {
        return Notice.title(title.ko(), title.en());
    }

    @Override
    public String personName(UUID person) {
        UserId id = new UserId(person);
        return accounts.names(List.of(id)).getOrDefault(id, "");
    }

    @Override
    public Map<UUID, String> organizationNames(Collection<UUID> wanted) {
        return organizations
                .facts(wanted.stream().distinct().map(OrganizationId::new).toList())
                .values()
                .stream()
                .collect(Collectors.toMap(
                        facts -> facts.id().value(), facts -> facts.name(LocaleContextHolder.getLocale())));
    }

    @Override
    public Map<UUID, String> personNames(Collection<UUID> people) {
        return accounts.names(people.stream().distinct().map(UserId::new).toList()).entrySet().stream()
                .collect(Collectors.toMap(name -> name.getKey().value(), Map.Entry::getValue));
    }

    @Override
    public List<UUID> reviewers() {
        return organizations.members(Face.PROGRAM).stream()
                .filter(member -> member.roles().contains(Role.PROGRAM_REVIEWER))
                .map(Member::user)
                .map(UserId::value)
                .toList();
    }

    @Override
    public boolean isBoundTo(UUID person, UUID organization) {
        return organizations.membershipsOf(new UserId(person)).stream()
                .anyMatch(membership -> membership.organization().id().value().equals(organization));
    }

    @Override
    public boolean isVerified(UUID organization) {
        return organizations.facts(new OrganizationId(organization)).isVerified();
    }

    @Override
    public List<ApplicationPartner> partnersOf(UUID startup) {
        return introductions.mutualOf(new OrganizationId(startup)).stream()
                .map(DeskSurroundings::partner)
                .toList();
    }

    private static ApplicationPartner partner(IntroductionView introduction) {
        String facts = MatchingJson.mapper()
                .writeValueAsString(Map.of(
                        "offer", introduction.offerContent(),
                        "need", introduction.needContent(),
                        "verdict", introduction.verdict(),
                        "score", introduction.score()));
        return new ApplicationPartner(
                introduction.id().value(),
                introduction.hospital().id().value(),
                introduction.hospital().name(),
                introduction.offer().value(),
                introduction.offerRevision(),
                new LocalText(
                        introduction.offerContent().title(Locale.KOREAN),
                        introduction.offerContent().title(Locale.ENGLISH)),
                introduction.need().value(),
                introduction.needRevision(),
                introduction.needContent().title(),
                facts);
    }
}
