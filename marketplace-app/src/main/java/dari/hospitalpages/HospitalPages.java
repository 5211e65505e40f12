package dari.hospitalpages;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.SecondStep;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.register.PublicRegister;
import dari.sandboxes.SandboxOutline;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each hospital tells its patients, beside what the register says of it. */
@Service
@Transactional
public class HospitalPages {

    private final PageVersionRepository versions;
    private final PublicRegister register;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    HospitalPages(
            PageVersionRepository versions,
            PublicRegister register,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.versions = versions;
        this.register = register;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A hospital as everybody sees it.
     *
     * @param published the version that is shown; empty until the hospital wrote one
     * @param versions every version, the newest first
     */
    public record Shown(
            OrganizationFacts hospital,
            Optional<PublishedText> published,
            List<PublishedText> versions,
            List<SandboxView> projects) {

        public Optional<PatientText> text() {
            return published.map(PublishedText::text);
        }

        /** Whom to ask now, whichever version is read. */
        public Optional<PatientText> contact() {
            return versions.stream().findFirst().map(PublishedText::text);
        }

        /** Whether a later version took the place of the one that is shown. */
        public boolean isEarlier() {
            return published.isPresent()
                    && published.get().number() != versions.get(0).number();
        }

        /** Projects whose data can be used, or soon. */
        public List<SandboxView> running() {
            return projects.stream()
                    .filter(one -> one.status() != SandboxStatus.EXPIRED)
                    .toList();
        }

        public List<SandboxView> over() {
            return projects.stream()
                    .filter(one -> one.status() == SandboxStatus.EXPIRED)
                    .toList();
        }
    }

    /** A hospital in the list, with how many projects run there and how many ran. */
    public record Listed(OrganizationFacts hospital, long running, long over) {}

    /** Every verified hospital whose name holds these words, by its name. */
    @Anyone
    @Transactional(readOnly = true)
    public List<Listed> find(String words, Locale locale) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<OrganizationId, List<SandboxOutline>> of = register.byHospital();
        return organizations.all(Face.HOSPITAL).stream()
                .filter(OrganizationFacts::isVerified)
                .filter(hospital -> {
                    String names = (hospital.name() + "\n" + hospital.name(Locale.ENGLISH)).toLowerCase(Locale.ROOT);
                    return wanted.stream().allMatch(names::contains);
                })
                .map(hospital -> {
                    List<SandboxOutline> there = of.getOrDefault(hospital.id(), List.of());
                    long over = there.stream()
                            .filter(one -> one.status() == SandboxStatus.EXPIRED)
                            .count();
                    return new Listed(hospital, there.size() - over, over);
                })
                .sorted((a, b) ->
                        a.hospital().name(locale).compareTo(b.hospital().name(locale)))
                .toList();
    }

    /**
     * @param number of the version to show; null for the present one
     * @throws NotFoundException when it is no verified hospital, or has no such version
     */
    @Anyone
    @Transactional(readOnly = true)
    public Shown show(OrganizationId id, @Nullable Integer number) {
        OrganizationFacts hospital = organizations.facts(List.of(id)).get(id);
        if (hospital == null || hospital.face() != Face.HOSPITAL || !hospital.isVerified()) {
            throw new NotFoundException("hospital");
        }
        List<PublishedText> all = versions.findByHospitalOrderByNumberDesc(id).stream()
                .map(PageVersion::view)
                .toList();
        Optional<PublishedText> shown = all.stream()
                .filter(one -> number == null || one.number() == number)
                .findFirst();
        if (number != null && shown.isEmpty()) {
            throw new NotFoundException("version");
        }
        return new Shown(hospital, shown, all, register.of(id));
    }

    /** What the actor's own hospital wrote. */
    @HospitalMember
    @Transactional(readOnly = true)
    public PatientText mine() {
        return present(currentActor.get().organization())
                .map(PublishedText::text)
                .orElse(PatientText.EMPTY);
    }

    /** Publishes a text in the place of the present one, which stays readable; nothing where nothing differs. */
    @HospitalOffice
    @SecondStep
    public void write(PatientText text) {
        OrganizationId hospital = currentActor.get().organization();
        Stream.of(text.aboutKo(), text.aboutEn(), text.leaveOutKo(), text.leaveOutEn())
                .forEach(ContentCheck::message);
        Optional<PublishedText> present = present(hospital);
        if (present.filter(one -> one.text().equals(text)).isPresent()) {
            return;
        }
        int number = present.map(PublishedText::number).orElse(0) + 1;
        // the unique key on (hospital, number) rejects the second of two who publish at once
        versions.save(new PageVersion(ids.next(), hospital, number, text, clock.instant()));
        history.record(HistoryEntry.of("hospitalPage.written", "hospitalPage", hospital.value())
                .with("version", number)
                .because(text.leaveOutKo()));
    }

    private Optional<PublishedText> present(OrganizationId hospital) {
        return versions.findFirstByHospitalOrderByNumberDesc(hospital).map(PageVersion::view);
    }
}
