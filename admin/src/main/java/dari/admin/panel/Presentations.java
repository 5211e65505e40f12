package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.CallRules;
import dari.admin.CallView;
import dari.admin.ForAdministrators;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day on which applicants present: who comes when, told to each, with a file for the calendar. */
@Service
@Transactional
public class Presentations {

    private static final Set<ApplicationStatus> PRESENTING =
            Set.of(ApplicationStatus.IN_REVIEW, ApplicationStatus.DECISION_READY);

    /** Empty slots beyond the last, to move somebody into. */
    private static final int SPARE = 4;

    private final PresentationSlotRepository slots;
    private final Conduct conduct;
    private final ApplicationOutcomes outcomes;
    private final PanelSurroundings people;
    private final ProgramSurroundings surroundings;
    private final Clock clock;
    private final ZoneId zone;

    Presentations(
            PresentationSlotRepository slots,
            Conduct conduct,
            ApplicationOutcomes outcomes,
            PanelSurroundings people,
            ProgramSurroundings surroundings,
            Clock clock,
            ZoneId zone) {
        this.slots = slots;
        this.conduct = conduct;
        this.outcomes = outcomes;
        this.people = people;
        this.surroundings = surroundings;
        this.clock = clock;
        this.zone = zone;
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public PresentationPlan plan(UUID call) {
        return plan(call, 0, Integer.MAX_VALUE);
    }

    /** The same with so many slots behind the first ones. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public PresentationPlan plan(UUID call, int from, int most) {
        CallView view = outcomes.call(call);
        CallRules.Presentation rules = outcomes.rules(call).presentation();
        List<PresentationSlot> of = slots.findByProgramCallOrderBySlotNo(call);
        Set<UUID> taken = of.stream().map(PresentationSlot::application).collect(Collectors.toSet());
        List<UUID> unplaced = outcomes.standing(call, PRESENTING).stream()
                .filter(application -> !taken.contains(application))
                .toList();
        List<PresentationSlot> shown = of.stream().skip(from).limit(most).toList();
        Map<UUID, ApplicationView> views =
                outcomes.views(shown.stream().map(PresentationSlot::application).toList());
        int last = of.stream().mapToInt(PresentationSlot::slotNo).max().orElse(0);
        return new PresentationPlan(
                view,
                rules,
                rules.day() == null
                        ? List.of()
                        : IntStream.rangeClosed(1, Math.max(last, of.size()) + SPARE)
                                .mapToObj(number -> begins(rules, number))
                                .toList(),
                shown.stream()
                        .map(slot -> view(slot, Objects.requireNonNull(views.get(slot.application()))))
                        .toList(),
                of.size(),
                of.stream().filter(slot -> !slot.isTold()).count(),
                unplaced);
    }

    /** Gives everybody without a slot the next free ones, in the order of their applications. */
    @ForAdministrators
    public void assign(UUID call, String place) {
        conduct.requireNoMember(call);
        CallRules.Presentation rules = rulesWithDay(call);
        PresentationPlan plan = plan(call);
        int next = 1;
        for (UUID application : plan.unplaced()) {
            while (slots.findByProgramCallAndSlotNo(call, next).isPresent()) {
                next++;
            }
            slots.saveAndFlush(new PresentationSlot(
                    surroundings.newId(), call, application, next, begins(rules, next), rules.slotMinutes(), place));
            record("presentation.assigned", application, next);
        }
    }

    /**
     * Moves an applicant to another slot; whoever has that one takes the applicant's.
     *
     * @throws ProgramNotFoundException when the applicant has no slot
     */
    @ForAdministrators
    public void move(UUID call, UUID application, int to) {
        conduct.requireNoMember(call);
        CallRules.Presentation rules = rulesWithDay(call);
        PresentationSlot moved = slots.findByApplication(application)
                .filter(slot -> slots.findByProgramCallOrderBySlotNo(call).contains(slot))
                .orElseThrow(() -> new ProgramNotFoundException("presentation"));
        int from = moved.slotNo();
        if (to < 1 || to > plan(call).starts().size() || to == from) {
            throw new ProgramRuleBrokenException("panel.refused.slot");
        }
        PresentationSlot other = slots.findByProgramCallAndSlotNo(call, to).orElse(null);
        if (other != null) {
            // Out of the way first: a slot's number is unique in the database, too.
            other.move(-to, begins(rules, from), rules.slotMinutes(), other.place());
            slots.flush();
        }
        moved.move(to, begins(rules, to), rules.slotMinutes(), moved.place());
        slots.flush();
        record("presentation.moved", application, to);
        if (other != null) {
            other.move(from, begins(rules, from), rules.slotMinutes(), other.place());
            record("presentation.moved", other.application(), from);
        }
    }

    /**
     * Tells everybody whose time is new.
     *
     * @return how many
     */
    @ForAdministrators
    public int tell(UUID call) {
        conduct.requireNoMember(call);
        List<PresentationSlot> untold = slots.findByProgramCallOrderBySlotNo(call).stream()
                .filter(slot -> !slot.isTold())
                .toList();
        for (PresentationSlot slot : untold) {
            ApplicationView view = outcomes.row(slot.application()).application();
            slot.tell(clock.instant());
            surroundings.tellOrganization(
                    view.startup(),
                    "panel.notice.presentation",
                    page(view.id()),
                    surroundings.inNotices(view.offerTitle()));
            record("presentation.told", view.id(), slot.slotNo());
        }
        return untold.size();
    }

    /** When the actor's startup presents; null while it was not told. */
    @ForApplicants
    @Transactional(readOnly = true)
    public @Nullable PresentationView mine(UUID application) {
        outcomes.own(application);
        return slots.findByApplication(application)
                .filter(PresentationSlot::isTold)
                .map(this::view)
                .orElse(null);
    }

    /** The same as an iCalendar file. */
    @ForApplicants
    @Transactional(readOnly = true)
    public String calendar(UUID application, Locale locale) {
        ApplicationView view = outcomes.own(application);
        PresentationSlot slot = slots.findByApplication(application)
                .filter(PresentationSlot::isTold)
                .orElseThrow(() -> new ProgramNotFoundException("presentation"));
        return people.calendar(new PanelSurroundings.Appointment(
                slot.id(),
                slot.startsAt(),
                slot.minutes(),
                view.call().title(locale),
                slot.place(),
                URI.create(page(application)),
                slot.sequence()));
    }

    private PresentationView view(PresentationSlot slot) {
        return view(slot, outcomes.row(slot.application()).application());
    }

    private static PresentationView view(PresentationSlot slot, ApplicationView application) {
        return new PresentationView(
                application, slot.slotNo(), slot.startsAt(), slot.minutes(), slot.place(), slot.isTold());
    }

    private CallRules.Presentation rulesWithDay(UUID call) {
        CallRules.Presentation rules = outcomes.rules(call).presentation();
        if (rules.day() == null) {
            throw new ProgramRuleBrokenException("panel.refused.noDay");
        }
        return rules;
    }

    private Instant begins(CallRules.Presentation rules, int number) {
        LocalDate day = rules.day();
        if (day == null) {
            throw new IllegalStateException("no presentation day");
        }
        return day.atTime(rules.firstSlot())
                .atZone(zone)
                .toInstant()
                .plus(Duration.ofMinutes((long) (number - 1) * rules.slotMinutes()));
    }

    private void record(String action, UUID application, int slot) {
        surroundings.record(action, "application", application, Map.of("slot", Integer.toString(slot)), null);
    }

    private static String page(UUID application) {
        return "/startup/applications/" + application + "/decision";
    }
}
