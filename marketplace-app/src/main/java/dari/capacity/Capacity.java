package dari.capacity;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.introductions.Interest;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.meetings.Meetings;
import dari.offers.OfferId;
import dari.offers.OfferStatus;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.Member;
import dari.organizations.Organizations;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Weighs what a hospital offers of its people and places against what it has promised. */
@Service
@Transactional
public class Capacity {

    static final int MOST_HOURS = 200;

    private final ClinicianTimeRepository times;
    private final CommitmentRepository commitments;
    private final Introductions introductions;
    private final Meetings meetings;
    private final Projects projects;
    private final Offers offers;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Capacity(
            ClinicianTimeRepository times,
            CommitmentRepository commitments,
            Introductions introductions,
            Meetings meetings,
            Projects projects,
            Offers offers,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.times = times;
        this.commitments = commitments;
        this.introductions = introductions;
        this.meetings = meetings;
        this.projects = projects;
        this.offers = offers;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** @throws NotFoundException when the person is no clinician of the actor's hospital */
    @HospitalOffice
    public void offer(UserId clinician, int hoursPerMonth) {
        requireClinician(clinician);
        requireHours(hoursPerMonth);
        OrganizationId hospital = myHospital();
        times.findByHospitalAndClinician(hospital, clinician)
                .orElseGet(() -> times.save(new ClinicianTime(ids.next(), hospital, clinician)))
                .offer(hoursPerMonth);
        history.record(HistoryEntry.of("capacity.offered", "organization", hospital.value())
                .with("clinician", clinician.value())
                .with("hours", hoursPerMonth));
    }

    /**
     * Promises a clinician's hours to what an introduction leads to; no hours take the promise back.
     *
     * @throws RuleBrokenException when the two sides have not agreed to talk
     */
    @HospitalOffice
    public void promise(IntroductionId id, UserId clinician, int hoursPerMonth) {
        IntroductionView talk = introductions.show(id);
        requireClinician(clinician);
        requireHours(hoursPerMonth);
        if (talk.status() != IntroductionStatus.MUTUAL) {
            throw new RuleBrokenException("introductions.rule.notMutual");
        }
        OrganizationId hospital = myHospital();
        Optional<Commitment> kept = commitments.findByHospitalAndIntroduction(hospital, id);
        if (hoursPerMonth == 0) {
            kept.ifPresent(commitments::delete);
        } else {
            kept.orElseGet(() -> commitments.save(promised(hospital, id, clinician, hoursPerMonth)))
                    .promise(clinician, hoursPerMonth);
        }
        history.record(HistoryEntry.of("capacity.promised", "introduction", id.value())
                .with("clinician", clinician.value())
                .with("hours", hoursPerMonth));
    }

    private Commitment promised(OrganizationId hospital, IntroductionId id, UserId clinician, int hours) {
        Commitment fresh = new Commitment(ids.next(), hospital, id);
        fresh.promise(clinician, hours);
        return fresh;
    }

    /** What was promised to what an introduction leads to; empty when nothing was. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Optional<Promise> promiseOf(IntroductionId id) {
        introductions.show(id);
        return commitments
                .findByHospitalAndIntroduction(myHospital(), id)
                .map(kept -> new Promise(kept.clinician(), kept.hoursPerMonth()));
    }

    public record Promise(UserId clinician, int hoursPerMonth) {}

    /** Each clinician's month: what is offered of them, promised, and agreed to be spent in meetings. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<ClinicianLoad> load() {
        OrganizationId hospital = myHospital();
        Map<UserId, Integer> offered = times.findByHospital(hospital).stream()
                .collect(Collectors.toMap(ClinicianTime::clinician, ClinicianTime::hoursPerMonth));
        Set<IntroductionId> ended = ended(hospital);
        List<Commitment> live = commitments.findByHospital(hospital).stream()
                .filter(kept -> !ended.contains(kept.introduction()))
                .toList();
        YearMonth month = YearMonth.now(clock.withZone(seoul));
        Map<IntroductionId, Long> minutes = meetings.agreedMinutes(hospital, month);
        return clinicians().stream()
                .map(member -> {
                    List<Commitment> own = live.stream()
                            .filter(kept -> kept.clinician().equals(member.user()))
                            .toList();
                    return new ClinicianLoad(
                            member.user(),
                            member.name(),
                            offered.getOrDefault(member.user(), 0),
                            own.stream().mapToInt(Commitment::hoursPerMonth).sum(),
                            own.stream()
                                    .mapToLong(kept -> minutes.getOrDefault(kept.introduction(), 0L))
                                    .sum());
                })
                .toList();
    }

    /** Introductions whose projects are all over: hours promised to them are free again. */
    private Set<IntroductionId> ended(OrganizationId hospital) {
        List<ProjectView> all = projects.of(currentActor.get());
        return introductions.interests(hospital).stream()
                .filter(interest -> {
                    List<ProjectView> own = all.stream()
                            .filter(project -> project.offer().equals(interest.offer())
                                    && project.startup().id().equals(interest.startup()))
                            .toList();
                    return !own.isEmpty() && own.stream().allMatch(project -> project.status() == ProjectStatus.ENDED);
                })
                .map(Interest::id)
                .collect(Collectors.toSet());
    }

    /** The places of offers that are or were public, and what is taken of them this quarter: the newest, a page at a time. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Page<OfferUse> places(int page, int size) {
        Map<OfferId, Long> taken = acceptedThisQuarter(myHospital());
        Page<OfferView> found = offers.mine(page, size);
        return new PageImpl<>(
                found.stream()
                        .filter(offer -> offer.status() != OfferStatus.WITHDRAWN)
                        .map(offer -> new OfferUse(offer, Math.toIntExact(taken.getOrDefault(offer.id(), 0L))))
                        .toList(),
                found.getPageable(),
                found.getTotalElements());
    }

    private Map<OfferId, Long> acceptedThisQuarter(OrganizationId hospital) {
        Predicate<Instant> now = inQuarter(LocalDate.now(clock.withZone(seoul)));
        return introductions.interests(hospital).stream()
                .filter(interest -> interest.status() == IntroductionStatus.MUTUAL)
                .filter(interest -> interest.answeredAt() != null && now.test(interest.answeredAt()))
                .collect(Collectors.groupingBy(Interest::offer, Collectors.counting()));
    }

    int acceptedThisQuarter(OrganizationId hospital, OfferId offer) {
        return Math.toIntExact(acceptedThisQuarter(hospital).getOrDefault(offer, 0L));
    }

    /** What the office should know before it accepts. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<Warning> warnings(IntroductionView talk) {
        List<Warning> warnings = new ArrayList<>();
        int places = talk.offerContent().capacityPerQuarter();
        int taken = acceptedThisQuarter(talk.hospital().id(), talk.offer());
        if (taken >= places) {
            warnings.add(new Warning("capacity.warning.places", List.of(taken, places)));
        }
        List<ClinicianLoad> loads = load();
        int offered = loads.stream().mapToInt(ClinicianLoad::offered).sum();
        double used = loads.stream().mapToDouble(ClinicianLoad::used).sum();
        Integer wanted = talk.offerContent().clinicianHours();
        if (offered > 0 && wanted != null && used + wanted > offered) {
            warnings.add(new Warning("capacity.warning.hours", List.of(Math.round(used), offered, wanted)));
        }
        return warnings;
    }

    /** Whose hours can be offered and promised. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<Member> clinicians() {
        return organizations.members(myHospital()).stream()
                .filter(member -> member.roles().contains(Role.HOSPITAL_CLINICIAN))
                .toList();
    }

    static Predicate<Instant> inQuarter(LocalDate day) {
        ZoneId zone = ZoneId.of("Asia/Seoul");
        LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant until = first.plusMonths(3).atStartOfDay(zone).toInstant();
        return instant -> !instant.isBefore(from) && instant.isBefore(until);
    }

    /** @throws NotFoundException when the person is no clinician of the actor's hospital */
    @HospitalOffice
    @Transactional(readOnly = true)
    public void requireMine(UserId person) {
        requireClinician(person);
    }

    private void requireClinician(UserId person) {
        if (clinicians().stream().noneMatch(member -> member.user().equals(person))) {
            throw new NotFoundException("clinician");
        }
    }

    private static void requireHours(int hours) {
        if (hours < 0 || hours > MOST_HOURS) {
            throw new RuleBrokenException("capacity.rule.hours", MOST_HOURS);
        }
    }

    private OrganizationId myHospital() {
        return currentActor.get().organization();
    }
}
