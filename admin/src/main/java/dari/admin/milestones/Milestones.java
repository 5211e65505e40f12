package dari.admin.milestones;

import dari.admin.Award;
import dari.admin.Awards;
import dari.admin.CalledByOthers;
import dari.admin.ForAdministrators;
import dari.admin.PlannedMilestone;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.ProgramDocuments;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.forms.LocalText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows approved applications to their last won. */
@Service
@Transactional
public class Milestones {

    /** Steps further away wait for nobody yet. */
    private static final int DAYS_AHEAD = 45;

    private final MilestoneRepository milestones;
    private final Awards awards;
    private final ProgramDocuments documents;
    private final ProgramSurroundings surroundings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    Milestones(
            MilestoneRepository milestones,
            Awards awards,
            ProgramDocuments documents,
            ProgramSurroundings surroundings,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.milestones = milestones;
        this.awards = awards;
        this.documents = documents;
        this.surroundings = surroundings;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Plans what the call asks of an approved application; heard twice, it is planned once. */
    @CalledByOthers
    public void plan(UUID application) {
        Award award = awards.award(application);
        if (!milestones.existsByApplication(application)) {
            award.planned()
                    .forEach(planned -> add(award, planned, award.decidedOn().plusDays(planned.days())));
        }
    }

    /** One more step for this application alone, e.g. a condition of its approval. */
    @ForAdministrators
    public void add(UUID application, LocalText title, Holder holder, LocalDate due) {
        Award award = decidable(application);
        String code = "own-" + surroundings.newId();
        add(award, new PlannedMilestone(code, title, holder, 0, false), due);
        record("milestone.added", application, code, null);
        events.publishEvent(new MilestonesChanged(application));
        tellBoth(award, "milestones.notice.added", title);
    }

    /** The steps of an application that the actor's organisation is a side of. */
    @ForParties
    @Transactional(readOnly = true)
    public List<MilestoneView> ofMine(UUID application) {
        return views(mine(application));
    }

    @ForParties
    @Transactional(readOnly = true)
    public Award myAward(UUID application) {
        return mine(application);
    }

    /**
     * Brings what a step asks for.
     *
     * @param document of the actor's wallet; null for none
     */
    @ForParties
    public void give(UUID application, String code, String text, @Nullable UUID document) {
        Award award = mine(application);
        Milestone milestone = find(application, code);
        if (!surroundings.actor().organization().equals(milestone.organization())) {
            throw new ProgramRuleBrokenException("milestones.rule.holder");
        }
        milestone.give(
                text,
                document == null ? null : documents.freeze(document),
                surroundings.actor().user(),
                clock.instant());
        record("milestone.given", application, code, null);
        surroundings.tellAdministrators(
                "milestones.notice.given",
                "/program/applications/" + application + "/milestones",
                surroundings.inNotices(award.startup()));
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public List<MilestoneView> of(UUID application) {
        return views(awards.award(application));
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public Award award(UUID application) {
        return awards.award(application);
    }

    /**
     * Accepts a step, and settles its money where it pays.
     *
     * @param money null where the step does not pay
     */
    @ForAdministrators
    public void settle(UUID application, String code, String note, @Nullable Settlement money) {
        Award award = decidable(application);
        find(application, code).settle(note, money, surroundings.actor().user(), clock.instant());
        surroundings.record(
                "milestone.done",
                "application",
                application,
                money == null
                        ? Map.of("milestone", code)
                        : Map.of(
                                "milestone", code,
                                "spentWon", Long.toString(money.spentWon()),
                                "clawbackWon", Long.toString(money.clawbackWon())),
                note);
        if (money != null) {
            events.publishEvent(new AwardSettled(application, code, money.spentWon(), money.clawbackWon()));
        }
        tellBoth(
                award,
                money != null && money.clawbackWon() > 0 ? "milestones.notice.clawback" : "milestones.notice.done",
                award.callTitle());
    }

    @ForAdministrators
    public void waive(UUID application, String code, String reason) {
        Award award = decidable(application);
        find(application, code).waive(reason, surroundings.actor().user(), clock.instant());
        record("milestone.waived", application, code, reason);
        events.publishEvent(new MilestonesChanged(application));
        tellBoth(award, "milestones.notice.done", award.callTitle());
    }

    @ForAdministrators
    public void sendBack(UUID application, String code, String reason) {
        Award award = decidable(application);
        find(application, code).sendBack(reason);
        record("milestone.sentBack", application, code, reason);
        tellBoth(award, "milestones.notice.sentBack", award.callTitle());
    }

    @ForAdministrators
    public void move(UUID application, String code, LocalDate due, String reason) {
        Award award = decidable(application);
        find(application, code).move(due, reason);
        events.publishEvent(new MilestonesChanged(application));
        surroundings.record(
                "milestone.moved",
                "application",
                application,
                Map.of("milestone", code, "due", due.toString()),
                reason);
        tellBoth(award, "milestones.notice.moved", award.callTitle());
    }

    /** The file that came with a step, for the office. */
    @ForAdministrators
    public ResponseEntity<byte[]> download(UUID application, String code) {
        UUID file = find(application, code).evidenceFile();
        if (file == null) {
            throw new ProgramNotFoundException("file");
        }
        record("milestone.fileRead", application, code, null);
        return documents.download(file);
    }

    /** What an award owes as things stand, or as its call plans it in the moment before the steps are kept. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<AwardStep> steps(UUID application) {
        Award award = awards.award(application);
        List<AwardStep> kept = milestones.findByApplicationOrderByDueAscCodeAsc(application).stream()
                .map(Milestone::step)
                .toList();
        return kept.isEmpty()
                ? award.planned().stream()
                        .map(planned -> made(award, planned, award.decidedOn().plusDays(planned.days()))
                                .step())
                        .toList()
                : kept;
    }

    /** What an organisation still has to bring, the earliest first, so many at most. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<MilestoneView> waitingFor(UUID organization, int most) {
        String name = surroundings.organizationName(organization);
        return milestones
                .findByOrganizationAndStatusOrderByDue(organization, MilestoneStatus.OPEN, Limit.of(most))
                .stream()
                .map(milestone -> view(milestone, name))
                .filter(Milestones::isNear)
                .toList();
    }

    /** What waits for the office: evidence to look at, and its own steps. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<MilestoneView> waitingForOffice(int most) {
        return Stream.concat(
                        milestones.findByStatusOrderByDue(MilestoneStatus.EVIDENCE_GIVEN, Limit.of(most)).stream(),
                        milestones
                                .findByOrganizationIsNullAndStatusOrderByDue(MilestoneStatus.OPEN, Limit.of(most))
                                .stream())
                .map(milestone ->
                        view(milestone, awards.award(milestone.application()).startupName()))
                .filter(Milestones::isNear)
                .toList();
    }

    @CalledByOthers
    @Transactional(readOnly = true)
    public boolean keepsAnyOf(Collection<UUID> files) {
        return !files.isEmpty() && milestones.existsByEvidenceFileIn(files);
    }

    private static boolean isNear(MilestoneView step) {
        return step.status() == MilestoneStatus.EVIDENCE_GIVEN
                || step.due().isBefore(step.today().plusDays(DAYS_AHEAD));
    }

    private void add(Award award, PlannedMilestone planned, LocalDate due) {
        milestones.save(made(award, planned, due));
    }

    private Milestone made(Award award, PlannedMilestone planned, LocalDate due) {
        UUID organization = switch (planned.holder()) {
            case STARTUP -> award.startup();
            case HOSPITAL -> award.hospital();
            case PROGRAM -> null;
        };
        return new Milestone(surroundings.newId(), award.application(), planned, organization, today(), due);
    }

    private Award mine(UUID application) {
        Award award = awards.award(application);
        UUID organization = surroundings.actor().organization();
        if (!organization.equals(award.startup()) && !organization.equals(award.hospital())) {
            throw new ProgramNotFoundException("award");
        }
        return award;
    }

    private Award decidable(UUID application) {
        awards.refuseTheBound(application);
        return awards.award(application);
    }

    private Milestone find(UUID application, String code) {
        return milestones
                .findByApplicationAndCode(application, code)
                .orElseThrow(() -> new ProgramNotFoundException("milestone"));
    }

    private List<MilestoneView> views(Award award) {
        return milestones.findByApplicationOrderByDueAscCodeAsc(award.application()).stream()
                .map(milestone -> view(milestone, name(award, milestone.organization())))
                .toList();
    }

    /** The office's own steps carry no name: the page says who that is. */
    private static String name(Award award, @Nullable UUID organization) {
        if (organization == null) {
            return "";
        }
        return organization.equals(award.startup()) ? award.startupName() : award.hospitalName();
    }

    private MilestoneView view(Milestone milestone, String holderName) {
        return milestone.view(holderName, zone, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    private void tellBoth(Award award, String messageKey, LocalText about) {
        String link = "/milestones/" + award.application();
        String argument = surroundings.inNotices(about);
        surroundings.tellOrganization(award.startup(), messageKey, link, argument);
        surroundings.tellOrganization(award.hospital(), messageKey, link, argument);
    }

    private void record(String action, UUID application, String code, @Nullable String note) {
        surroundings.record(action, "application", application, Map.of("milestone", code), note);
    }
}
