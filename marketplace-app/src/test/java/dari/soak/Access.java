package dari.soak;

import dari.acceptance.AcceptanceState;
import dari.acceptance.AcceptanceView;
import dari.acceptance.Acceptances;
import dari.acceptance.Point;
import dari.acceptance.Remedy;
import dari.billing.Refunds;
import dari.delivery.SandboxTokens;
import dari.kernel.RuleBrokenException;
import dari.projects.ConditionState;
import dari.projects.ProjectStatus;
import dari.queries.SandboxQueries;
import dari.renewals.RenewalState;
import dari.renewals.RenewalView;
import dari.renewals.Renewals;
import dari.sandboxes.Preparation;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.support.ActAs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From the recipe to the last day of access. */
final class Access {

    /** What a step begins with that made a token; its sandbox and the token follow. */
    static final String TOKEN = "token ";

    private static final Path RECIPE = Path.of("sandbox-provisioner/src/demo/recipes/omop.yaml");
    private static final List<Point> POINTS = List.of(new Point("person", "성별이 비어 있습니다"));
    private static final long PART_WON = 110_000;

    private final Preparation preparation;
    private final SandboxAccess access;
    private final Acceptances acceptances;
    private final Renewals renewals;
    private final Refunds refunds;
    private final SandboxTokens tokens;
    private final SandboxQueries queries;
    private final Cast cast;
    private final Homes homes;
    private final Clock clock;
    private final ZoneId seoul;

    Access(
            Preparation preparation,
            SandboxAccess access,
            Acceptances acceptances,
            Renewals renewals,
            Refunds refunds,
            SandboxTokens tokens,
            SandboxQueries queries,
            Cast cast,
            Homes homes,
            Clock clock,
            ZoneId seoul) {
        this.preparation = preparation;
        this.access = access;
        this.acceptances = acceptances;
        this.renewals = renewals;
        this.refunds = refunds;
        this.tokens = tokens;
        this.queries = queries;
        this.cast = cast;
        this.homes = homes;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * What comes next for a sandbox whose project's conditions have been looked after.
     *
     * @param happened what the project's history says
     */
    Step next(People people, SandboxView sandbox, Fate fate, Set<String> happened) {
        return switch (sandbox.status()) {
            case REQUESTED, HELD -> {
                String told = homes.told(people.steward(), sandbox.project());
                people.steward().run(() -> preparation.setRecipe(sandbox.id(), recipe(fate)));
                yield Step.did("recipe set" + told);
            }
            case RECIPE_SET -> sandbox.allClear() ? Step.waits("agent") : unmet(sandbox);
            case GENERATING ->
                "steward".equals(sandbox.waitingFor())
                        ? new Step(Step.Kind.APPROVE, people.hospital() + " " + sandbox.recipeHash(), null)
                        : Step.waits("agent");
            case IN_REVIEW -> review(people, sandbox, fate, happened);
            case READY -> open(people, sandbox);
            case ACTIVE -> used(people, sandbox, fate);
            case SUSPENDED -> suspended(people, sandbox);
            case EXPIRED, CANCELLED -> Step.waits("the end of the project");
        };
    }

    /** One project's people. */
    record People(
            String hospital, ActAs startup, ActAs office, ActAs steward, ActAs board, ActAs second, ActAs privacy) {}

    private static Step unmet(SandboxView sandbox) {
        return Step.stuck(sandbox.status() + " without "
                + sandbox.conditions().stream()
                        .filter(condition -> !condition.holds())
                        .map(ConditionState::code)
                        .toList());
    }

    private Step review(People people, SandboxView sandbox, Fate fate, Set<String> happened) {
        if (fate.refusesRelease() && !happened.contains("sandbox.refused")) {
            people.board().run(() -> preparation.review(sandbox.id(), false, "희귀한 진단이 보입니다"));
            return Step.did("release refused");
        }
        for (ActAs one : List.of(people.board(), people.privacy(), people.second())) {
            try {
                String told = homes.told(one, sandbox.project());
                one.run(() -> preparation.review(sandbox.id(), true, "k와 공격 시험을 보았습니다"));
                return Step.did("release looked at" + told);
            } catch (RuleBrokenException e) {
                if (!e.messageKey().equals("sandboxes.rule.twice")) {
                    throw e;
                }
            }
        }
        return Step.stuck("everybody has looked, and it is still in review");
    }

    private Step open(People people, SandboxView sandbox) {
        String told = homes.told(people.startup(), sandbox.project());
        people.startup().run(() -> access.open(sandbox.id()));
        return Step.did("opened" + told);
    }

    private Step suspended(People people, SandboxView sandbox) {
        if (isOver(sandbox)) {
            return Step.waits("the end of its days");
        }
        if (!sandbox.allClear()) {
            return unmet(sandbox);
        }
        String told = homes.told(people.board(), sandbox.project());
        people.board().run(() -> access.restore(sandbox.id()));
        return Step.did("access restored" + told);
    }

    private boolean isOver(SandboxView sandbox) {
        LocalDate last = sandbox.expiresOn();
        return last != null && LocalDate.now(clock.withZone(seoul)).isAfter(last);
    }

    private Step used(People people, SandboxView sandbox, Fate fate) {
        LocalDate last = Objects.requireNonNull(sandbox.expiresOn());
        return Optional.ofNullable(accepted(people, sandbox, fate))
                .or(() -> extras(people, sandbox, fate))
                .or(() -> renewal(people, sandbox, fate))
                .orElseGet(() -> Step.waits("the last day", after(last)));
    }

    /** The moment at which a day is over. */
    private Instant after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(seoul).toInstant();
    }

    private @Nullable Step accepted(People people, SandboxView sandbox, Fate fate) {
        SandboxId id = sandbox.id();
        List<AcceptanceView> rounds = people.startup().get(() -> acceptances.of(id));
        if (rounds.isEmpty()) {
            return Step.waits("acceptance");
        }
        AcceptanceView round = rounds.get(0);
        if (round.state() != AcceptanceState.OPEN) {
            return settled(people, id, round, fate);
        }
        if (LocalDate.now(clock.withZone(seoul)).isAfter(round.dueOn())) {
            return Step.waits("acceptance by silence");
        }
        if (fate.accepts() == Fate.Accepts.SAYS_NOTHING) {
            return extras(people, sandbox, fate).orElseGet(() -> Step.waits("silence", after(round.dueOn())));
        }
        if (fate.accepts() == Fate.Accepts.OBJECTS && rounds.size() == 1) {
            people.startup().run(() -> acceptances.object(id, POINTS));
            return Step.did("objected");
        }
        String told = homes.told(people.startup(), sandbox.project());
        people.startup().run(() -> acceptances.accept(id));
        return Step.did("accepted" + told);
    }

    /** What an objection leads to, also after its project has ended; null when nothing is left to do about it. */
    @Nullable
    Step settled(People people, SandboxId id, AcceptanceView round, Fate fate) {
        return switch (round.state()) {
            case OBJECTED -> {
                Remedy remedy = round.project().status() == ProjectStatus.ENDED
                        ? Remedy.NONE
                        : Remedy.values()[Math.min(2, fate.remedy())];
                String told = homes.told(people.office(), round.project());
                people.office().run(() -> acceptances.answer(id, remedy, won(round, remedy), "답합니다"));
                yield Step.did("objection answered: " + remedy + told);
            }
            case DISPUTED -> {
                Remedy remedy = fate.remedy() == 2 ? Remedy.REFUND : Remedy.NONE;
                Remedy possible = won(round, remedy) == null ? Remedy.NONE : remedy;
                String told = homes.told(cast.administrator(), round.project());
                cast.administrator().run(() -> acceptances.mediate(id, possible, won(round, possible), "정합니다"));
                yield Step.did("objection mediated: " + possible + told);
            }
            case REFUND_DUE -> {
                String told = homes.told(cast.finance(), round.project());
                cast.finance().run(() -> acceptances.refund(id));
                yield Step.did("refund booked" + told);
            }
            case OPEN, ACCEPTED, BY_SILENCE, REFUNDED, REGENERATING -> null;
        };
    }

    private @Nullable Long won(AcceptanceView round, Remedy remedy) {
        long most = Math.min(PART_WON, refunds.creditableWon(round.project().id()));
        return remedy == Remedy.REFUND && most > 0 ? most : null;
    }

    private Optional<Step> extras(People people, SandboxView sandbox, Fate fate) {
        if (fate.token()
                && people.startup().get(() -> tokens.of(sandbox.id(), 0, 1)).isEmpty()) {
            String text = people.startup()
                    .get(() -> tokens.make(sandbox.id(), "노트북", Duration.ofDays(30)))
                    .text();
            return Optional.of(Step.did(TOKEN + sandbox.id().value() + " " + text));
        }
        if (fate.asks()
                && people.startup().get(() -> queries.mine(sandbox.id())).isEmpty()) {
            people.startup().run(() -> queries.ask(sandbox.id(), "SELECT count(*) AS n FROM person"));
            return Optional.of(Step.did("asked in SQL"));
        }
        return Optional.empty();
    }

    private Optional<Step> renewal(People people, SandboxView sandbox, Fate fate) {
        List<RenewalView> asked = people.startup().get(() -> renewals.of(sandbox.id()));
        if (fate.renews() && asked.isEmpty()) {
            people.startup().run(() -> renewals.ask(sandbox.id(), 10, "분석이 더 필요합니다"));
            return Optional.of(Step.did("more days asked for"));
        }
        if (!asked.isEmpty() && asked.get(0).state() == RenewalState.ASKED) {
            boolean covered = asked.get(0).uncovered().isEmpty();
            String told = homes.told(people.office(), sandbox.project());
            people.office().run(() -> renewals.decide(sandbox.id(), covered, "검토했습니다"));
            return Optional.of(Step.did((covered ? "more days given" : "more days refused") + told));
        }
        return Optional.empty();
    }

    /** The demonstration's, in a few variants, each of which the steward approves at the agent. */
    private static String recipe(Fate fate) {
        try {
            return Files.readString(RECIPE)
                    .replace("suppressionLimit: 0.05", "suppressionLimit: 0.0" + (5 + fate.recipe()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
