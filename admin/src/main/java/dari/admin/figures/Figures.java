package dari.admin.figures;

import dari.admin.Calls;
import dari.admin.ForAdministrators;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.cohorts.CohortParties;
import dari.admin.cohorts.Party;
import dari.admin.figures.CallFigures.MoneySum;
import dari.admin.figures.CallFigures.Region;
import dari.admin.figures.CallFigures.ReviewerLoad;
import dari.admin.figures.CallFigures.Stage;
import dari.admin.figures.CallFigures.StepTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what a call, or all of them, came to. */
@Service
@Transactional(readOnly = true)
public class Figures {

    private static final double WHOLE = 100;
    private static final double MEDIAN = 0.5;
    private static final double NINTH = 0.9;
    private static final double TENTHS_OF_A_DAY = 10;

    private final FigureTables tables;
    private final FigureFacts facts;
    private final CohortParties parties;
    private final Calls calls;
    private final ReviewCases cases;
    private final KeptFigures kept;
    private final ProgramSurroundings surroundings;

    Figures(
            FigureTables tables,
            FigureFacts facts,
            CohortParties parties,
            Calls calls,
            ReviewCases cases,
            KeptFigures kept,
            ProgramSurroundings surroundings) {
        this.tables = tables;
        this.facts = facts;
        this.parties = parties;
        this.calls = calls;
        this.cases = cases;
        this.kept = kept;
        this.surroundings = surroundings;
    }

    /** @param call null for all calls together */
    @ForAdministrators
    public CallFigures of(@Nullable UUID call) {
        requireKnown(call);
        return shownToActor(call, count(call));
    }

    /**
     * The same, as it was counted a little while ago when there is much to count.
     *
     * @see KeptFigures
     */
    @ForAdministrators
    public CountedFigures recent(@Nullable UUID call) {
        requireKnown(call);
        CountedFigures counted = kept.of(call, tables.applications(call), () -> count(call));
        return new CountedFigures(shownToActor(call, counted.figures()), counted.at(), counted.kept());
    }

    private void requireKnown(@Nullable UUID call) {
        if (call != null) {
            calls.show(call);
        }
    }

    /** For whoever may see everything. */
    private CallFigures count(@Nullable UUID call) {
        List<Milestones> all = tables.milestones(call);
        List<UUID> approved = all.stream()
                .filter(Milestones::approved)
                .map(Milestones::application)
                .toList();
        Map<UUID, Instant> agreements = facts.agreements(approved);
        return new CallFigures(
                funnel(all, agreements),
                steps(all, agreements),
                loads(call),
                regions(all),
                money(tables.budget(call), facts.money(approved)));
    }

    /**
     * Without the reviewers for whoever must not learn who reviews one of the applications: a single review could be told
     * from the sums. Asked anew each time, whoever the figures were counted for.
     */
    private CallFigures shownToActor(@Nullable UUID call, CallFigures figures) {
        Set<UUID> hidden = cases.hiddenFrom(surroundings.actor().user());
        return tables.isAnyIn(call, hidden) ? figures.withoutReviewers() : figures;
    }

    private List<ReviewerLoad> loads(@Nullable UUID call) {
        return tables.loads(call).stream()
                .map(load -> new ReviewerLoad(
                        surroundings.personName(load.reviewer()), load.open(), load.submitted(), load.conflicted()))
                .toList();
    }

    private static List<Stage> funnel(List<Milestones> all, Map<UUID, Instant> agreements) {
        List<Stage> funnel = new ArrayList<>();
        stage(funnel, all, "begun", milestones -> true);
        stage(funnel, all, "submitted", milestones -> milestones.submitted() != null);
        stage(funnel, all, "screened", m -> m.invited() != null || m.decided() != null);
        stage(funnel, all, "reviewed", m -> (m.reviewed() != null && m.enough()) || m.decided() != null);
        stage(funnel, all, "decided", milestones -> milestones.decided() != null);
        stage(funnel, all, "approved", Milestones::approved);
        stage(funnel, all, "agreement", milestones -> agreements.containsKey(milestones.application()));
        return funnel;
    }

    private static void stage(List<Stage> funnel, List<Milestones> all, String code, Predicate<Milestones> reached) {
        long count = all.stream().filter(reached).count();
        funnel.add(new Stage(code, count, all.isEmpty() ? 0 : WHOLE * count / all.size()));
    }

    private static List<StepTime> steps(List<Milestones> all, Map<UUID, Instant> agreements) {
        return Stream.of(
                        step("writing", all, Milestones::created, Milestones::submitted),
                        step("screening", all, Milestones::submitted, Milestones::invited),
                        step("review", all, Milestones::invited, m -> m.enough() ? m.reviewed() : null),
                        step("decision", all, Milestones::reviewed, Milestones::decided),
                        step("whole", all, Milestones::submitted, Milestones::decided),
                        step("agreement", all, Milestones::decided, m -> agreements.get(m.application())))
                .filter(step -> step.cases() > 0)
                .toList();
    }

    /** Cases that have both ends, in order: one that was handed in anew after its first review is none. */
    private static StepTime step(
            String code,
            List<Milestones> all,
            Function<Milestones, @Nullable Instant> from,
            Function<Milestones, @Nullable Instant> to) {
        List<Duration> taken = all.stream()
                .map(milestones -> between(from.apply(milestones), to.apply(milestones)))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new StepTime(code, taken.size(), days(taken, MEDIAN), days(taken, NINTH));
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from) ? null : Duration.between(from, to);
    }

    private static double days(List<Duration> sorted, double share) {
        if (sorted.isEmpty()) {
            return 0;
        }
        Duration at = sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        return Math.round(TENTHS_OF_A_DAY * at.toSeconds() / Duration.ofDays(1).toSeconds()) / TENTHS_OF_A_DAY;
    }

    private List<Region> regions(List<Milestones> all) {
        List<Milestones> submitted = all.stream()
                .filter(milestones -> milestones.submitted() != null)
                .toList();
        Map<UUID, Party> known = parties.of(submitted.stream()
                .flatMap(m -> Stream.of(m.startup(), m.hospital()))
                .toList());
        List<Region> regions = new ArrayList<>(regions("startup", submitted, Milestones::startup, known));
        regions.addAll(regions("hospital", submitted, Milestones::hospital, known));
        return regions;
    }

    private static List<Region> regions(
            String side, List<Milestones> submitted, Function<Milestones, UUID> whose, Map<UUID, Party> known) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Milestones milestones : submitted) {
            Party party = known.get(whose.apply(milestones));
            String region = party == null || party.region() == null ? "" : party.region();
            long[] count = counts.computeIfAbsent(region, code -> new long[2]);
            count[0]++;
            count[1] += milestones.approved() ? 1 : 0;
        }
        return counts.entrySet().stream()
                .map(entry -> new Region(side, entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .sorted(Comparator.comparingLong(Region::submitted).reversed())
                .toList();
    }

    private static MoneySum money(long budget, List<FigureFacts.Money> money) {
        return new MoneySum(
                budget,
                money.stream().mapToLong(FigureFacts.Money::voucher).sum(),
                money.stream().mapToLong(FigureFacts.Money::own).sum(),
                money.stream()
                        .filter(FigureFacts.Money::paid)
                        .mapToLong(FigureFacts.Money::own)
                        .sum(),
                money.size());
    }
}
