package dari.sandboxes;

import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.OrganizationFacts;
import dari.pace.Paces;
import dari.pace.Step;
import dari.projects.ConditionState;
import dari.projects.ProjectStatus;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Recipes to write, releases to look at, sandboxes to open. */
@Component
class SandboxWork implements WaitingSource, RailSource {

    private static final int DAYS_TO_ACT = 7;

    private static final Map<String, Step> STEPS = Map.of("recipe", Step.RECIPE, "review", Step.RELEASE_REVIEW);

    private final Sandboxes sandboxes;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    SandboxWork(Sandboxes sandboxes, Paces paces, Clock clock, ZoneId seoul) {
        this.sandboxes = sandboxes;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        boolean hospital = actor.face() == Face.HOSPITAL;
        List<WaitingItem> waiting = new ArrayList<>();
        List<SandboxView> all = sandboxes.waiting(actor, MOST);
        Set<UUID> hospitals = all.stream()
                .map(sandbox -> sandbox.project().hospital().id().value())
                .collect(Collectors.toSet());
        Map<Step, Map<UUID, Pace>> usualOf = STEPS.values().stream()
                .collect(Collectors.toMap(Function.identity(), timed -> paces.of(timed, hospitals)));
        for (SandboxView sandbox : all) {
            String step = step(sandbox);
            LocalDate since = LocalDate.ofInstant(sandbox.changedAt(), seoul);
            if (sandbox.status() == SandboxStatus.SUSPENDED && sandbox.project().status() == ProjectStatus.LIVE) {
                lapsed(sandbox).forEach(condition -> waiting.add(lapsed(sandbox, condition, actor, since, today)));
            }
            if (step == null) {
                continue;
            }
            boolean mine = step.equals("open") ? !hospital : hospital && mayAct(actor, step);
            OrganizationFacts holder = step.equals("open")
                    ? sandbox.project().startup()
                    : sandbox.project().hospital();
            Step timed = STEPS.get(step);
            Pace usual = timed == null
                    ? null
                    : Objects.requireNonNull(usualOf.get(timed)).get(holder.id().value());
            waiting.add(item(
                    sandbox,
                    "sandboxes.waiting." + step,
                    WaitClock.expecting(holder.name(), since, usual, DAYS_TO_ACT, today, mine),
                    (hospital ? "/hospital/sandboxes/" : "/sandboxes/")
                            + sandbox.id().value()));
        }
        return waiting;
    }

    private static WaitingItem item(SandboxView sandbox, String title, WaitClock clock, String page) {
        return new WaitingItem(
                "box",
                title,
                List.of(sandbox.project().number(), sandbox.project().title(LocaleContextHolder.getLocale())),
                "projects.waiting.text",
                clock,
                page,
                "projects.waiting.open");
    }

    /** Conditions whose lapse keeps access closed; a stop has an entry of its own with those who pressed. */
    private static List<ConditionState> lapsed(SandboxView sandbox) {
        return sandbox.conditions().stream()
                .filter(condition -> !condition.holds() && !condition.code().equals("stopped"))
                .toList();
    }

    /** What has to be mended in a project that is under way, with whoever can. */
    private static WaitingItem lapsed(
            SandboxView sandbox, ConditionState condition, Actor actor, LocalDate since, LocalDate today) {
        boolean mine = condition.holder().equals(actor.face().code())
                || (condition.holder().equals("both") && actor.face() != Face.PROGRAM);
        OrganizationFacts holder = condition.holder().equals("startup")
                ? sandbox.project().startup()
                : sandbox.project().hospital();
        return item(
                sandbox,
                "projects.condition." + condition.code() + ".missing",
                WaitClock.expecting(holder.name(), since, null, DAYS_TO_ACT, today, mine),
                "/projects/" + sandbox.project().id().value());
    }

    private static boolean mayAct(Actor actor, String step) {
        boolean looks = step.equals("review") || step.equals("restore");
        return actor.is(Role.HOSPITAL_STEWARD)
                || (looks && (actor.is(Role.HOSPITAL_BOARD) || actor.is(Role.HOSPITAL_PRIVACY)));
    }

    private static @Nullable String step(SandboxView sandbox) {
        return switch (sandbox.status()) {
            case REQUESTED -> "recipe";
            case GENERATING -> "steward".equals(sandbox.waitingFor()) ? "approve" : null;
            case HELD -> "held";
            case IN_REVIEW -> "review";
            case READY -> "open";
            case SUSPENDED -> sandbox.allClear() ? "restore" : null;
            default -> null;
        };
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 70, "/sandboxes", "box", "rail.sandboxes"),
                RailEntry.of(Face.HOSPITAL, 65, "/hospital/sandboxes", "shield", "rail.releases"));
    }
}
