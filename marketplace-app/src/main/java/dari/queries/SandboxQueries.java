package dari.queries;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.delivery.SandboxTokens;
import dari.exports.AnswerCheck;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.CurrentNetwork;
import dari.kernel.HospitalMember;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.kernel.StartupScientist;
import dari.kernel.UserId;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxAccess;
import dari.sandboxes.SandboxClosed;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts questions to a sandbox. Access is asked anew for each, the question runs in a process of its own, here or at the
 * hospital where the release stays there, and who asked what is kept for the hospital to read.
 */
@Service
public class SandboxQueries {

    private final Sandboxes sandboxes;
    private final SandboxAccess access;
    private final SandboxTokens tokens;
    private final QuerySessions sessions;
    private final InPlaceQueries inPlace;
    private final InPlaceQuestions inPlaceQuestions;
    private final SandboxQueryRepository queries;
    private final Accounts accounts;
    private final History history;
    private final CurrentActor currentActor;
    private final CurrentNetwork network;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    SandboxQueries(
            Sandboxes sandboxes,
            SandboxAccess access,
            SandboxTokens tokens,
            QuerySessions sessions,
            InPlaceQueries inPlace,
            InPlaceQuestions inPlaceQuestions,
            SandboxQueryRepository queries,
            Accounts accounts,
            History history,
            CurrentActor currentActor,
            CurrentNetwork network,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.sandboxes = sandboxes;
        this.access = access;
        this.tokens = tokens;
        this.sessions = sessions;
        this.inPlace = inPlace;
        this.inPlaceQuestions = inPlaceQuestions;
        this.queries = queries;
        this.accounts = accounts;
        this.history = history;
        this.currentActor = currentActor;
        this.network = network;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens the sandbox for questions, and starts the process that will answer them.
     *
     * @throws RuleBrokenException when access is closed
     */
    @StartupMember
    @SecondStep
    public Release prepare(SandboxId sandbox) {
        Release release = access.open(sandbox);
        if (release.hasData()) {
            sessions.warm(sandbox, me(), release.data());
        }
        return release;
    }

    /**
     * Runs outside any transaction: an answer may take as long as the limit allows. Where the release stays at the hospital,
     * the answer may say that it is still waited for; the same question asked again finds it.
     *
     * @throws RuleBrokenException when access is closed
     */
    @StartupMember
    @SecondStep
    public QueryAnswer ask(SandboxId sandbox, String sql) {
        return answer(sandbox, access.open(sandbox), Question.looking(sql));
    }

    /**
     * The answer is meant to leave: the export desk gets it.
     *
     * @throws RuleBrokenException when access is closed
     */
    @StartupScientist
    public QueryAnswer take(SandboxId sandbox, String sql) {
        return answer(sandbox, access.open(sandbox), Question.exporting(sql));
    }

    /**
     * The answer goes to a program, and so has left. Where the agreement permits no downloads, it goes only where the export
     * desk's check finds nothing in it, and not without end.
     *
     * @throws RuleBrokenException when access is closed, the answer may not leave, or too many rows have left within a day
     */
    @StartupMember
    public QueryAnswer takeFor(UUID token, SandboxId sandbox, String sql) {
        tokens.requireFor(sandbox, token);
        Release release = access.openForProgram(sandbox);
        if (sandboxes.show(sandbox).project().terms().downloadsAllowed()) {
            return answer(sandbox, release, Question.taking(sql, token));
        }
        Instant aDayAgo = clock.instant().minus(Duration.ofDays(1));
        if (queries.rowsTakenByPrograms(sandbox, aDayAgo) >= AnswerCheck.MOST_ROWS_A_DAY) {
            throw new RuleBrokenException("queries.rule.rows", AnswerCheck.MOST_ROWS_A_DAY);
        }
        return answer(sandbox, release, Question.takingWhatIsHarmless(sql, token));
    }

    /** Keeps a query under a name for everybody of the organisation. */
    @StartupMember
    @SecondStep
    @Transactional
    public void keep(SandboxId sandbox, UUID query, String title) {
        sandboxes.show(sandbox);
        queries.findByIdAndSandbox(query, sandbox)
                .orElseThrow(() -> new NotFoundException("query"))
                .keepAs(title);
    }

    @StartupMember
    @Transactional(readOnly = true)
    public QueryLine find(SandboxId sandbox, UUID query) {
        sandboxes.show(sandbox);
        return queries.findByIdAndSandbox(query, sandbox)
                .map(found -> found.line(""))
                .orElseThrow(() -> new NotFoundException("query"));
    }

    /** My last twenty, the newest first. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<QueryLine> mine(SandboxId sandbox) {
        sandboxes.show(sandbox);
        return lines(queries.findTop20BySandboxAndPersonOrderByIdDesc(sandbox, me()));
    }

    /** What somebody of the organisation kept, by its name. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<QueryLine> kept(SandboxId sandbox) {
        sandboxes.show(sandbox);
        return lines(queries.findBySandboxAndTitleNotNullOrderByTitle(sandbox));
    }

    /** Everything that was asked, for the hospital whose data answered; the newest first. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Uses uses(SandboxId sandbox, int page, int size) {
        SandboxView shown = sandboxes.show(sandbox);
        Page<SandboxQuery> found = queries.findBySandboxOrderByIdDesc(sandbox, PageRequest.of(page, size));
        return new Uses(shown, lines(found.getContent()), found.getTotalElements());
    }

    /**
     * How it stands with the hospital's computer, for either side; the startup's people are shown questions of their own. Empty
     * where the release is not used in place.
     */
    @SignedIn
    @Transactional(readOnly = true)
    public Optional<PlaceView> place(SandboxId sandbox) {
        SandboxView shown = sandboxes.show(sandbox);
        boolean hospital =
                currentActor.get().belongsTo(shown.project().hospital().id());
        return inPlace.place(shown, person -> hospital || person.equals(me()));
    }

    /** What was asked in a time, in its order. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<QueryLine> asked(SandboxId sandbox, Instant from, Instant until) {
        sandboxes.show(sandbox);
        return lines(queries.findBySandboxAndAskedAtGreaterThanEqualAndAskedAtLessThanOrderById(sandbox, from, until));
    }

    /** @param total of all pages */
    public record Uses(SandboxView sandbox, List<QueryLine> lines, long total) {}

    /** Ends questions that a hospital's computer did not answer in time, and forgets answers that had theirs. */
    @BackgroundWork
    public void endUnanswered() {
        inPlace.sweep();
    }

    @ApplicationModuleListener
    void on(SandboxClosed event) {
        inPlaceQuestions.close(event.sandbox());
        sessions.close(event.sandbox());
    }

    private QueryAnswer answer(SandboxId sandbox, Release release, Question question) {
        QueryAnswer answer;
        if (release.hasData()) {
            answer = sessions.of(sandbox, me(), release.data()).ask(question.sql());
            record(sandbox, release, question, answer);
        } else {
            answer = inPlace.ask(sandboxes.show(sandbox), me(), release, question, network.prefix());
        }
        // access may have ended while the question ran: then the answer is nobody's
        access.openForProgram(sandbox);
        question.objection(release, answer).ifPresent(why -> {
            throw new RuleBrokenException("queries.rule.held", why);
        });
        return answer;
    }

    private void record(SandboxId sandbox, Release release, Question question, QueryAnswer answer) {
        boolean left = question.taken()
                && answer.problem() == null
                && question.objection(release, answer).isEmpty();
        transaction.executeWithoutResult(status -> {
            queries.save(new SandboxQuery(
                    ids.next(), sandbox, me(), question, answer, left, network.prefix(), clock.instant()));
            if (left && question.token() != null) {
                history.record(answerTaken(sandboxes.show(sandbox), answer));
            }
        });
    }

    static HistoryEntry answerTaken(SandboxView sandbox, QueryAnswer answer) {
        return HistoryEntry.of(
                        "sandbox.answerTaken", "project", sandbox.project().id().value())
                .with("rows", answer.rows().size());
    }

    private UserId me() {
        return currentActor.get().user();
    }

    private List<QueryLine> lines(Collection<SandboxQuery> found) {
        Map<UserId, String> names = accounts.names(
                found.stream().map(SandboxQuery::person).distinct().toList());
        return found.stream()
                .map(query -> query.line(names.getOrDefault(query.person(), "")))
                .toList();
    }
}
