package dari.programdesk;

import dari.accounts.Accounts;
import dari.admin.panel.PanelPerson;
import dari.admin.panel.PanelSurroundings;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Face;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.UserId;
import dari.organizations.Member;
import dari.organizations.OrganizationFacts;
import dari.organizations.OrganizationMembership;
import dari.organizations.Organizations;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the program's panels need of the application around them. */
@Component
class DeskPanel implements PanelSurroundings {

    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final Clock clock;
    private final String baseUrl;

    DeskPanel(
            Organizations organizations,
            Accounts accounts,
            History history,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public List<PanelPerson> candidates() {
        return Stream.concat(of(Face.PROGRAM, Role.PROGRAM_REVIEWER), of(Face.HOSPITAL, Role.HOSPITAL_BOARD))
                .toList();
    }

    @Override
    public List<PanelPerson> candidates(Collection<UUID> people) {
        List<UserId> users = people.stream().map(UserId::new).toList();
        Map<UserId, String> names = accounts.names(users);
        Map<UserId, List<OrganizationMembership>> homes = organizations.membershipsOf(users);
        return users.stream()
                .flatMap(user -> homes.getOrDefault(user, List.of()).stream()
                        .filter(DeskPanel::maySit)
                        .map(home -> new PanelPerson(
                                user.value(),
                                names.getOrDefault(user, ""),
                                home.organization().name())))
                .toList();
    }

    private static boolean maySit(OrganizationMembership home) {
        OrganizationFacts organization = home.organization();
        return organization.isVerified()
                && switch (organization.face()) {
                    case PROGRAM -> home.roles().contains(Role.PROGRAM_REVIEWER);
                    case HOSPITAL -> home.roles().contains(Role.HOSPITAL_BOARD);
                    case STARTUP -> false;
                };
    }

    @Override
    public void recordBySystem(
            String action, String kind, UUID subject, Map<String, String> facts, @Nullable String note) {
        history.recordBySystem("program", new HistoryEntry(action, kind, subject, facts, note));
    }

    @Override
    public String calendar(Appointment appointment) {
        VEvent event = new VEvent(false);
        event.add(new Uid(appointment.id() + "@dari"));
        event.add(new DtStamp(clock.instant()));
        event.add(new DtStart<>(appointment.begins()));
        event.add(new DtEnd<>(appointment.begins().plus(Duration.ofMinutes(appointment.minutes()))));
        event.add(new Summary(appointment.title()));
        event.add(new Location(appointment.place()));
        event.add(new Url(URI.create(baseUrl).resolve(appointment.page())));
        event.add(new Sequence(appointment.sequence()));
        event.add(ImmutableStatus.VEVENT_CONFIRMED);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Dari//Program//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString();
    }

    private Stream<PanelPerson> of(Face face, Role role) {
        Map<OrganizationId, OrganizationFacts> verified = organizations.all(face).stream()
                .filter(OrganizationFacts::isVerified)
                .collect(Collectors.toMap(OrganizationFacts::id, Function.identity()));
        return organizations.members(verified.keySet()).entrySet().stream()
                .flatMap(home -> home.getValue().stream()
                        .filter(member -> member.roles().contains(role))
                        .map(member -> person(member, Objects.requireNonNull(verified.get(home.getKey())))));
    }

    private static PanelPerson person(Member member, OrganizationFacts organization) {
        return new PanelPerson(
                member.user().value(), member.name(), organization.name(LocaleContextHolder.getLocale()));
    }
}
