package dari.profiles;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalSteward;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.offers.DatasetSources;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.profile.Coarsening;
import dari.provisioner.profile.Profile;
import dari.provisioner.samples.SampleRows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for profiles, lets the steward coarsen and sign them, and shows what was signed. */
@Service
@Transactional
public class DatasetProfiles {

    private static final int SAMPLE_FILE_ROWS = 100;

    private final DatasetProfileRepository profiles;
    private final DatasetSources sources;
    private final Offers offers;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    DatasetProfiles(
            DatasetProfileRepository profiles,
            DatasetSources sources,
            Offers offers,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.profiles = profiles;
        this.sources = sources;
        this.offers = offers;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every version of every source, the newest of a source first. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<ProfileView> mine() {
        return profiles
                .findByHospitalOrderBySourceAscNumberDesc(currentActor.get().organization())
                .stream()
                .map(DatasetProfile::view)
                .toList();
    }

    @HospitalMember
    @Transactional(readOnly = true)
    public ProfileView show(UUID id) {
        return find(id).view();
    }

    /**
     * Asks the hospital's agent for the profile of a source.
     *
     * @throws RuleBrokenException while one of this source is on its way or waits for a signature
     */
    @HospitalSteward
    public UUID ask(String source) {
        if (sources.ofMyHospital().stream().noneMatch(known -> known.value().equals(source))) {
            throw new NotFoundException("source");
        }
        OrganizationId hospital = currentActor.get().organization();
        List<DatasetProfile> before = profiles.findByHospitalAndSourceOrderByNumberDesc(hospital, source);
        if (before.stream().anyMatch(profile -> profile.status().isOpen())) {
            throw new RuleBrokenException("profiles.rule.open");
        }
        int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
        DatasetProfile asked = profiles.save(new DatasetProfile(ids.next(), hospital, source, number, clock.instant()));
        record("dataset.asked", asked);
        return asked.id();
    }

    /** What the agent made, as it would be shown with this left out. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Optional<Profile> preview(UUID id, Coarsening coarsening) {
        return made(find(id)).map(coarsening::applied);
    }

    /**
     * The steward answers for what is shown: from now on it is shown, to the letter, and never changes.
     *
     * @param name the steward's name as typed
     * @throws RuleBrokenException when nothing would be left, or it was signed before
     */
    @HospitalSteward
    public void sign(UUID id, Coarsening coarsening, String name) {
        DatasetProfile profile = find(id);
        Profile shown = made(profile)
                .map(coarsening::applied)
                .orElseThrow(() -> new RuleBrokenException("profiles.rule.state"));
        if (shown.tables().isEmpty()) {
            throw new RuleBrokenException("profiles.rule.nothing");
        }
        Instant now = clock.instant();
        profiles.findByHospitalAndSourceAndStatus(profile.hospital(), profile.source(), ProfileStatus.SIGNED)
                .ifPresent(earlier -> earlier.replaced(now));
        profile.sign(currentActor.get().user(), name, Json.text(shown), now);
        record("dataset.signed", profile);
    }

    /** What a published offer's hospital shows of its data; empty when it signed nothing. */
    @Anyone
    @Transactional(readOnly = true)
    public Optional<ShownProfile> of(OfferId offer) {
        return signed(offer).map(DatasetProfiles::shown);
    }

    /** The same for an offer of the actor's hospital, public or not. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Optional<ShownProfile> preview(OfferId offer) {
        return signed(offers.mine(offer)).map(DatasetProfiles::shown);
    }

    private static ShownProfile shown(DatasetProfile profile) {
        return new ShownProfile(
                profile.number(),
                Objects.requireNonNull(profile.view().signedAt()),
                Objects.requireNonNull(profile.shownHash()),
                Json.parse(Objects.requireNonNull(profile.shown()), Profile.class, "profile"));
    }

    /** The signed profile of a published offer's data, to the letter. */
    @Anyone
    @Transactional(readOnly = true)
    public String file(OfferId offer) {
        return signed(offer).map(DatasetProfile::shown).orElseThrow(() -> new NotFoundException("profile"));
    }

    /**
     * Rows of one table made up from what a published offer's hospital shows, as CSV; none is from a patient.
     *
     * @throws NotFoundException when the hospital shows no such table
     */
    @Anyone
    @Transactional(readOnly = true)
    public String sampleFile(OfferId offer, String table) {
        Profile shown =
                of(offer).orElseThrow(() -> new NotFoundException("profile")).profile();
        return SampleRows.of(shown, SAMPLE_FILE_ROWS).stream()
                .filter(made -> made.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("table"))
                .csv();
    }

    private Optional<DatasetProfile> signed(OfferId id) {
        return signed(offers.published(id));
    }

    private Optional<DatasetProfile> signed(OfferView offer) {
        String source = offer.content().source();
        return source == null || source.isEmpty()
                ? Optional.empty()
                : profiles.findByHospitalAndSourceAndStatus(offer.hospital().id(), source, ProfileStatus.SIGNED);
    }

    private static Optional<Profile> made(DatasetProfile profile) {
        String document = profile.document();
        if (document == null || profile.status() == ProfileStatus.ASKED || profile.status() == ProfileStatus.FAILED) {
            return Optional.empty();
        }
        Signed signed = Json.parse(document, Signed.class, "profile");
        return Optional.of(Json.parse(signed.content(), Profile.class, "profile"));
    }

    private void record(String action, DatasetProfile profile) {
        HistoryEntry entry = HistoryEntry.of(action, "dataset", profile.id())
                .with("source", profile.source())
                .with("number", profile.number());
        String hash = profile.shownHash();
        history.record(hash == null ? entry : entry.with("hash", hash));
    }

    private DatasetProfile find(UUID id) {
        return profiles.findById(id)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .orElseThrow(() -> new NotFoundException("profile"));
    }
}
