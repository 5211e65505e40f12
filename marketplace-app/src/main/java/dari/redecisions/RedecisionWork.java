package dari.redecisions;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Open differences on the desks of those who answer them, and of those who wait for that. */
@Component
class RedecisionWork implements WaitingSource, RailSource {

    private final ChangeTaskRepository tasks;
    private final Projects projects;
    private final ChangeText text;
    private final Clock clock;
    private final ZoneId seoul;

    RedecisionWork(ChangeTaskRepository tasks, Projects projects, ChangeText text, Clock clock, ZoneId seoul) {
        this.tasks = tasks;
        this.projects = projects;
        this.text = text;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        Limit most = Limit.of(MOST);
        TaskState open = TaskState.OPEN;
        List<ChangeTask> found = switch (actor.face()) {
            case STARTUP ->
                tasks.findByStartupAndStateAndRemedyInOrderByDue(
                        actor.organization(), open, EnumSet.allOf(Remedy.class), most);
            case HOSPITAL ->
                tasks.findByHospitalAndStateAndRemedyInOrderByDue(actor.organization(), open, heldBy(actor), most);
            case PROGRAM -> List.of();
        };
        Map<ProjectId, ProjectView> known =
                projects.facts(found.stream().map(ChangeTask::project).toList());
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        return found.stream()
                .map(task -> item(task, Objects.requireNonNull(known.get(task.project())), actor, today, locale))
                .toList();
    }

    private static Set<Remedy> heldBy(Actor actor) {
        if (actor.is(Role.HOSPITAL_OFFICE)) {
            return EnumSet.of(Remedy.AMENDMENT, Remedy.LOOK, Remedy.TOLD_HOSPITAL);
        }
        return actor.is(Role.HOSPITAL_BOARD_SECRETARY) ? EnumSet.of(Remedy.LOOK) : EnumSet.noneOf(Remedy.class);
    }

    private WaitingItem item(ChangeTask task, ProjectView project, Actor actor, LocalDate today, Locale locale) {
        Face owner = task.remedy().owner();
        OrganizationFacts holder = owner == Face.STARTUP ? project.startup() : project.hospital();
        return new WaitingItem(
                "gavel",
                "redecisions.waiting." + task.remedy(),
                List.of(project.number(), text.of(task.change(), locale).label()),
                "redecisions.waiting.text",
                new WaitClock(
                        holder.name(locale),
                        LocalDate.ofInstant(task.createdAt(), seoul),
                        task.due(),
                        today,
                        actor.face() == owner),
                "/projects/" + project.id().value() + "/changes",
                "projects.waiting.open");
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(RailEntry.of(Face.HOSPITAL, 61, "/hospital/changes", "gavel", "rail.changes"));
    }
}
