package dari.profiles;

import dari.agents.AgentWork;
import dari.agents.SmallAnswer;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.provisioner.agent.Protocol;
import dari.provisioner.json.Json;
import dari.provisioner.profile.Profile;
import dari.provisioner.profile.ProfileLimits;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Has profiles made at the hospital, and lets in only what its agent signed and what keeps the limits of a profile. */
@Component
class ProfileJobs implements AgentWork {

    private static final SmallAnswer ANSWER =
            new SmallAnswer(Protocol.PROFILE_KIND, Protocol.PROFILE_FILE, 8 * 1024 * 1024);

    private final DatasetProfileRepository profiles;
    private final Organizations organizations;
    private final History history;
    private final Clock clock;

    ProfileJobs(DatasetProfileRepository profiles, Organizations organizations, History history, Clock clock) {
        this.profiles = profiles;
        this.organizations = organizations;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public Protocol.Task task() {
        return Protocol.Task.PROFILE;
    }

    @Override
    public List<Order> waiting(OrganizationId hospital, List<String> sources) {
        return profiles.findByHospitalAndStatusInOrderById(hospital, Set.of(ProfileStatus.ASKED)).stream()
                .filter(profile -> sources.contains(profile.source()))
                .map(profile -> new Order(profile.id(), profile.source(), null, null))
                .toList();
    }

    @Override
    public void reported(UUID subject, Protocol.StateReport report) {
        switch (report.state()) {
            case WAITING_FOR_STEWARD, RUNNING, DONE -> {}
            case HELD, FAILED, REFUSED -> {
                DatasetProfile profile = find(subject);
                profile.failed(report.code(), report.message(), clock.instant());
                record("dataset.failed", profile);
                tell(profile, "profiles.notice.failed");
            }
        }
    }

    @Override
    public boolean accepts(String path) {
        return ANSWER.accepts(path);
    }

    @Override
    public void receive(UUID subject, String path, InputStream content) throws IOException {
        find(subject).holds(ANSWER.text(content));
    }

    @Override
    public void complete(UUID subject, PublicKey hospital) {
        DatasetProfile profile = find(subject);
        String content = ANSWER.signed(profile.document(), hospital);
        ProfileLimits.require(Json.parse(content, Profile.class, Protocol.PROFILE_FILE));
        profile.received(clock.instant());
        record("dataset.profiled", profile);
        tell(profile, "profiles.notice.received");
    }

    private DatasetProfile find(UUID id) {
        return profiles.findById(id).orElseThrow(() -> new NotFoundException("profile"));
    }

    private void record(String action, DatasetProfile profile) {
        history.recordBySystem(
                "hospital-agent",
                HistoryEntry.of(action, "dataset", profile.id())
                        .with("source", profile.source())
                        .with("number", profile.number()));
    }

    private void tell(DatasetProfile profile, String key) {
        organizations.tell(
                profile.hospital(),
                Set.of(Role.HOSPITAL_STEWARD),
                Notice.of(key, "/hospital/profiles/" + profile.id(), profile.source()));
    }
}
