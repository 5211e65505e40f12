package dari.projects;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a project still needs before its data can be opened, on the desk of whoever holds it. */
@Component
class ProjectWork implements WaitingSource, RailSource {

    /** Days within which each condition is meant to be met after the project is made. */
    private static final int DAYS_TO_PREPARE = 14;

    /** By the condition's code: what has to happen for it. */
    private static final Map<String, Step> STEPS = Map.of(
            "approval", Step.BOARD_APPROVAL,
            "agreement", Step.SIGNATURE,
            "payment", Step.PAYMENT);

    private final Projects projects;
    private final AccessGate gate;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    ProjectWork(Projects projects, AccessGate gate, Paces paces, Clock clock, ZoneId seoul) {
        this.projects = projects;
        this.gate = gate;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<WaitingItem> waiting = new ArrayList<>();
        List<ProjectView> preparing = projects.preparing(actor, MOST);
        Map<ProjectId, List<ConditionState>> conditions = gate.check(preparing);
        Set<UUID> holders = preparing.stream()
                .flatMap(project -> Stream.of(project.startup(), project.hospital()))
                .map(side -> side.id().value())
                .collect(Collectors.toSet());
        Map<Step, Map<UUID, Pace>> usualOf =
                STEPS.values().stream().collect(Collectors.toMap(Function.identity(), step -> paces.of(step, holders)));
        for (ProjectView project : preparing) {
            LocalDate since = LocalDate.ofInstant(project.createdAt(), seoul);
            conditions.getOrDefault(project.id(), List.of()).stream()
                    .filter(condition -> !condition.holds())
                    .forEach(condition -> {
                        boolean mine = condition.holder().equals(actor.face().code())
                                || (condition.holder().equals("both") && actor.face() != Face.PROGRAM);
                        OrganizationFacts holder =
                                condition.holder().equals("startup") ? project.startup() : project.hospital();
                        Step step = STEPS.get(condition.code());
                        Pace usual = step == null
                                ? null
                                : Objects.requireNonNull(usualOf.get(step))
                                        .get(holder.id().value());
                        waiting.add(new WaitingItem(
                                "hand",
                                "projects.condition." + condition.code() + ".missing",
                                List.of(project.number(), project.title(LocaleContextHolder.getLocale())),
                                "projects.waiting.text",
                                WaitClock.expecting(holder.name(), since, usual, DAYS_TO_PREPARE, today, mine),
                                "/projects/" + project.id().value(),
                                "projects.waiting.open"));
                    });
        }
        return waiting;
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 60, "/projects", "hand", "rail.projects"),
                RailEntry.of(Face.HOSPITAL, 60, "/projects", "hand", "rail.projects"),
                RailEntry.of(Face.PROGRAM, 60, "/projects", "hand", "rail.projects", Role.PROGRAM_ADMINISTRATOR));
    }
}
