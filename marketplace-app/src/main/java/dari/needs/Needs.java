package dari.needs;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.StartupMember;
import dari.matching.json.MatchingJson;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what startups are and need. Never shown to other startups. */
@Service
@Transactional
public class Needs {

    private final NeedRepository needs;
    private final ProfileRepository profiles;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Needs(
            NeedRepository needs,
            ProfileRepository profiles,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.needs = needs;
        this.profiles = profiles;
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
        needs.save(new Need(id, currentActor.get().organization(), json(content), clock.instant()));
        record("need.drafted", id, 1);
        return id;
    }

    @StartupMember
    public void revise(NeedId id, NeedContent content) {
        Need need = own(id);
        need.revise(json(content), clock.instant());
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
    }

    @StartupMember
    @Transactional(readOnly = true)
    public NeedView mine(NeedId id) {
        return view(own(id));
    }

    @StartupMember
    @Transactional(readOnly = true)
    public List<NeedView> mine() {
        return needs.findByStartupOrderByIdDesc(currentActor.get().organization()).stream()
                .map(Needs::view)
                .toList();
    }

    /** A startup's need, for work that goes on without the startup's people; empty when it is not that startup's. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<NeedView> of(OrganizationId startup, NeedId id) {
        return needs.findByIdAndStartup(id, startup).map(Needs::view);
    }

    /** What a startup says of itself; empty before it said anything. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public StartupProfile profileOf(OrganizationId startup) {
        return profiles.findByOrganization(startup)
                .map(kept -> MatchingJson.mapper().readValue(kept.content(), StartupProfile.class))
                .orElse(StartupProfile.EMPTY);
    }

    private Need own(NeedId id) {
        return needs.findByIdAndStartup(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("need"));
    }

    private void record(String action, NeedId id, int revision) {
        history.record(HistoryEntry.of(action, "need", id.value()).with("revision", revision));
    }

    private static NeedView view(Need need) {
        return new NeedView(
                need.id(),
                need.startup(),
                need.status(),
                need.revision(),
                MatchingJson.mapper().readValue(need.content(), NeedContent.class));
    }

    private static String json(NeedContent content) {
        return MatchingJson.mapper().writeValueAsString(content);
    }
}
