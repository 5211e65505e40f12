package dari.hospitalpages;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each hospital tells its patients, beside what the register says of it. */
@Service
@Transactional
public class HospitalPages {

    private final HospitalPageRepository pages;
    private final PublicRegister register;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Clock clock;

    HospitalPages(
            HospitalPageRepository pages,
            PublicRegister register,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Clock clock) {
        this.pages = pages;
        this.register = register;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * A hospital as everybody sees it.
     *
     * @param text empty until the hospital wrote it
     */
    public record Shown(OrganizationFacts hospital, Optional<PatientText> text, List<SandboxView> projects) {

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

    /** @throws NotFoundException when it is no verified hospital */
    @Anyone
    @Transactional(readOnly = true)
    public Shown show(OrganizationId id) {
        OrganizationFacts hospital = organizations.facts(List.of(id)).get(id);
        if (hospital == null || hospital.face() != Face.HOSPITAL || !hospital.isVerified()) {
            throw new NotFoundException("hospital");
        }
        return new Shown(hospital, pages.findById(id).map(HospitalPage::text), register.of(id));
    }

    /** What the actor's own hospital wrote. */
    @HospitalMember
    @Transactional(readOnly = true)
    public PatientText mine() {
        return pages.findById(currentActor.get().organization())
                .map(HospitalPage::text)
                .orElse(PatientText.EMPTY);
    }

    @HospitalOffice
    @SecondStep
    public void write(PatientText text) {
        OrganizationId hospital = currentActor.get().organization();
        Stream.of(text.aboutKo(), text.aboutEn(), text.leaveOutKo(), text.leaveOutEn())
                .forEach(ContentCheck::message);
        HospitalPage page = pages.findById(hospital).orElseGet(() -> new HospitalPage(hospital));
        page.write(text, clock.instant());
        pages.save(page);
        history.record(HistoryEntry.of("hospitalPage.written", "hospitalPage", hospital.value())
                .because(text.leaveOutKo()));
    }
}
