package dari.profiles;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Profiles that wait for the hospital's agent, or for the steward's look and signature. */
@Component
class ProfileWork implements WaitingSource, RailSource {

    private static final int DAYS_TO_SIGN = 7;

    /** An agent that runs makes one within the hour; after this somebody should look at it. */
    private static final int DAYS_TO_MAKE = 2;

    private final DatasetProfileRepository profiles;
    private final Organizations organizations;
    private final Clock clock;
    private final ZoneId seoul;

    ProfileWork(DatasetProfileRepository profiles, Organizations organizations, Clock clock, ZoneId seoul) {
        this.profiles = profiles;
        this.organizations = organizations;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() != Face.HOSPITAL) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        OrganizationFacts hospital = organizations.facts(actor.organization());
        return profiles
                .findByHospitalAndStatusInOrderById(
                        actor.organization(), Set.of(ProfileStatus.ASKED, ProfileStatus.RECEIVED))
                .stream()
                .map(DatasetProfile::view)
                .map(profile -> {
                    LocalDate since = LocalDate.ofInstant(profile.changedAt(), seoul);
                    boolean asked = profile.status() == ProfileStatus.ASKED;
                    return new WaitingItem(
                            "table",
                            asked ? "profiles.waiting.asked" : "profiles.waiting",
                            List.of(profile.source()),
                            asked ? "profiles.waiting.asked.text" : "profiles.waiting.text",
                            new WaitClock(
                                    hospital.name(LocaleContextHolder.getLocale()),
                                    since,
                                    since.plusDays(asked ? DAYS_TO_MAKE : DAYS_TO_SIGN),
                                    today,
                                    actor.is(Role.HOSPITAL_STEWARD)),
                            "/hospital/profiles/" + profile.id(),
                            "projects.waiting.open");
                })
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 11, "/hospital/profiles", "table", "rail.profiles"));
    }
}
