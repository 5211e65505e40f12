package dari.uses;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.delivery.SentRanges;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.HospitalSteward;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import dari.workspace.WaitClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a hospital what its data was used for, month by month, and takes the steward's signature under each. */
@Service
@Transactional
public class UseChecks {

    private final UseCheckRepository checks;
    private final Sandboxes sandboxes;
    private final SandboxQueries queries;
    private final SentRanges ranges;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    UseChecks(
            UseCheckRepository checks,
            Sandboxes sandboxes,
            SandboxQueries queries,
            SentRanges ranges,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.checks = checks;
        this.sandboxes = sandboxes;
        this.queries = queries;
        this.ranges = ranges;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** A month that nobody signed although it is over. */
    public record Missing(SandboxView sandbox, YearMonth month, WaitClock clock) {}

    /** The months of a sandbox, the newest first. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<CheckedMonth> months(SandboxId id) {
        SandboxView sandbox = sandboxes.show(id);
        LocalDate today = today();
        Map<YearMonth, UseCheck> signed = checks.findBySandboxIn(List.of(id)).stream()
                .collect(Collectors.toMap(UseCheck::month, Function.identity()));
        Map<UserId, String> names = accounts.names(
                signed.values().stream().map(UseCheck::steward).distinct().toList());
        boolean mine = currentActor.get().is(Role.HOSPITAL_STEWARD);
        return UseMonths.of(sandbox, today).stream()
                .sorted(Comparator.reverseOrder())
                .map(month -> {
                    MonthlyUse use = use(id, month);
                    UseCheck check = signed.get(month);
                    return new CheckedMonth(
                            use,
                            UseMonths.isOver(month, today),
                            check == null ? null : check.signature(names.getOrDefault(check.steward(), ""), use),
                            check == null ? clock(sandbox, month, today, mine) : null);
                })
                .toList();
    }

    /**
     * The steward signs for what they saw of a month that is over.
     *
     * @param digest of what the page showed
     * @throws RuleBrokenException when it is not over, was signed before, or is not any more what was shown
     */
    @HospitalSteward
    public void sign(SandboxId id, YearMonth month, String digest, String note) {
        SandboxView sandbox = sandboxes.show(id);
        if (!UseMonths.of(sandbox, today()).contains(month)) {
            throw new NotFoundException("month");
        }
        if (!UseMonths.isOver(month, today())) {
            throw new RuleBrokenException("uses.rule.running");
        }
        if (checks.existsBySandboxAndMonthOf(id, month.toString())) {
            throw new RuleBrokenException("uses.rule.signed");
        }
        MonthlyUse seen = use(id, month);
        if (!seen.digest().equals(digest)) {
            throw new RuleBrokenException("uses.rule.changed");
        }
        checks.save(new UseCheck(ids.next(), id, currentActor.get().user(), seen, note, clock.instant()));
        history.record(
                HistoryEntry.of("use.checked", "project", sandbox.project().id().value())
                        .with("month", month)
                        .with("digest", seen.digest()));
    }

    /** The months of a hospital that wait for a signature, the longest waiting first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Missing> missing(Actor actor, int most) {
        LocalDate today = today();
        List<SandboxView> opened = sandboxes.opened(actor.organization());
        Map<SandboxId, Set<YearMonth>> signed =
                checks.findBySandboxIn(opened.stream().map(SandboxView::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                UseCheck::sandbox, Collectors.mapping(UseCheck::month, Collectors.toSet())));
        boolean mine = actor.is(Role.HOSPITAL_STEWARD);
        return opened.stream()
                .flatMap(sandbox -> UseMonths.of(sandbox, today).stream()
                        .filter(month -> UseMonths.isOver(month, today))
                        .filter(month ->
                                !signed.getOrDefault(sandbox.id(), Set.of()).contains(month))
                        .map(month -> new Missing(sandbox, month, waiting(sandbox, month, today, mine))))
                .sorted(Comparator.comparing(Missing::month))
                .limit(most)
                .toList();
    }

    private static @Nullable WaitClock clock(SandboxView sandbox, YearMonth month, LocalDate today, boolean mine) {
        return UseMonths.isOver(month, today) ? waiting(sandbox, month, today, mine) : null;
    }

    private static WaitClock waiting(SandboxView sandbox, YearMonth month, LocalDate today, boolean mine) {
        return new WaitClock(
                sandbox.project().hospital().name(), UseMonths.since(month), UseMonths.due(month), today, mine);
    }

    private MonthlyUse use(SandboxId id, YearMonth month) {
        Instant from = month.atDay(1).atStartOfDay(seoul).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(seoul).toInstant();
        return MonthlyUse.of(month, queries.asked(id, from, until), ranges.of(id, from, until));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
