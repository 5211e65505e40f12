package dari.needs;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.StartupMember;
import dari.kernel.TextsRead;
import dari.matching.json.MatchingJson;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what startups are and need. Never shown to other startups. */
@Service
@Transactional
public class Needs {

    private static final TextsRead<StartupProfile> PROFILES =
            new TextsRead<>(json -> MatchingJson.mapper().readValue(json, StartupProfile.class));

    private final NeedRepository needs;
    private final ProfileRepository profiles;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Needs(
            NeedRepository needs,
            ProfileRepository profiles,
            Organizations organizations,
            ApplicationEventPublisher events,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.needs = needs;
        this.profiles = profiles;
        this.organizations = organizations;
        this.events = events;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    @StartupMember
    @Transactional(readOnly = true)
    public StartupProfile myProfile() {
        return profileOf(currentActor.get().organization());
    }

    @StartupMember
    public void saveProfile(StartupProfile profile) {
        OrganizationId startup = currentActor.get().organization();
        String json = MatchingJson.mapper().writeValueAsString(profile);
        profiles.findByOrganization(startup)
                .ifPresentOrElse(
                        kept -> kept.change(json, clock.instant()),
                        () -> profiles.save(new ProfileRecord(startup, json, clock.instant())));
        history.record(HistoryEntry.of("profile.saved", "organization", startup.value()));
    }

    @StartupMember
    public NeedId draft(NeedContent content) {
        NeedId id = new NeedId(ids.next());
        needs.save(new Need(id, currentActor.get().organization(), content, clock.instant()));
        record("need.drafted", id, 1);
        return id;
    }

    @StartupMember
    public void revise(NeedId id, NeedContent content) {
        Need need = own(id);
        need.revise(content, clock.instant());
        record("need.revised", id, need.revision());
    }

    @StartupMember
    public void publish(NeedId id) {
        Need need = own(id);
        need.publish(clock.instant());
        record("need.published", id, need.revision());
    }

    @StartupMember
    public void withdraw(NeedId id) {
        Need need = own(id);
        need.withdraw(clock.instant());
        record("need.withdrawn", id, need.revision());
        events.publishEvent(new NeedWithdrawn(id));
    }

    /**
     * Decides which hospitals see the need, as soon as it is published.
     *
     * @param hospitals whom, when the audience is {@link NeedAudience#CHOSEN}: verified hospitals
     */
    @StartupMember
    public void showTo(NeedId id, NeedAudience audience, Set<OrganizationId> hospitals) {
        Need need = own(id);
        if (audience == NeedAudience.CHOSEN && !verifiedHospitals().keySet().containsAll(hospitals)) {
            throw new NotFoundException("hospital");
        }
        if (need.showTo(audience, hospitals)) {
            history.record(HistoryEntry.of("need.shown", "need", id.value())
                    .with("audience", audience)
                    .with("hospitals", need.viewers().size()));
        }
    }

    /** The hospitals that the startup named for its need. */
    @StartupMember
    @Transactional(readOnly = true)
    public Set<OrganizationId> viewersOf(NeedId id) {
        return own(id).viewers();
    }

    /** Whom a need can be shown to by name. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<OrganizationFacts> hospitalsToName() {
        return verifiedHospitals().values().stream()
                .sorted(Comparator.comparing(OrganizationFacts::name))
                .toList();
    }

    private Map<OrganizationId, OrganizationFacts> verifiedHospitals() {
        return organizations.all(Face.HOSPITAL).stream()
                .filter(OrganizationFacts::isVerified)
                .collect(Collectors.toMap(OrganizationFacts::id, Function.identity()));
    }

    @StartupMember
    @Transactional(readOnly = true)
    public NeedView mine(NeedId id) {
        return own(id).view();
    }

    @StartupMember
    @Transactional(readOnly = true)
    public List<NeedView> mine() {
        return needs.findByStartupOrderByIdDesc(currentActor.get().organization()).stream()
                .map(Need::view)
                .toList();
    }

    /** The same, a page at a time. */
    @StartupMember
    @Transactional(readOnly = true)
    public Page<NeedView> mine(int page, int size) {
        return needs.findByStartupOrderByIdDesc(currentActor.get().organization(), PageRequest.of(page, size))
                .map(Need::view);
    }

    /** The newest of the startup's that was published, else the newest. */
    @StartupMember
    @Transactional(readOnly = true)
    public Optional<NeedView> usual() {
        OrganizationId startup = currentActor.get().organization();
        return needs.findFirstByStartupAndStatusOrderByIdDesc(startup, NeedStatus.PUBLISHED)
                .or(() -> needs.findFirstByStartupOrderByIdDesc(startup))
                .map(Need::view);
    }

    /** A startup's need, for work that goes on without the startup's people; empty when it is not that startup's. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<NeedView> of(OrganizationId startup, NeedId id) {
        return needs.findByIdAndStartup(id, startup).map(Need::view);
    }

    /** What a startup says of itself; empty before it said anything. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public StartupProfile profileOf(OrganizationId startup) {
        return profiles.findByOrganization(startup).map(Needs::profile).orElse(StartupProfile.EMPTY);
    }

    /** The same for several; who said nothing is left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<OrganizationId, StartupProfile> profilesOf(Collection<OrganizationId> startups) {
        return profiles.findByOrganizationIn(startups).stream()
                .collect(Collectors.toMap(ProfileRecord::organization, Needs::profile));
    }

    private static StartupProfile profile(ProfileRecord kept) {
        return PROFILES.of(kept.content());
    }

    private Need own(NeedId id) {
        return needs.findByIdAndStartup(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("need"));
    }

    private void record(String action, NeedId id, int revision) {
        history.record(HistoryEntry.of(action, "need", id.value()).with("revision", revision));
    }
}
