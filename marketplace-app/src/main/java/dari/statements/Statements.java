package dari.statements;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.billing.Billing;
import dari.billing.ClawbackView;
import dari.billing.Clawbacks;
import dari.billing.InvoiceView;
import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.ProgramFinance;
import dari.kernel.RuleBrokenException;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bank statements, says which invoice each deposit may pay, and lets finance confirm it. */
@Service
@Transactional
public class Statements {

    /** Invoices or clawbacks of the same amounts as the deposits of one page that are looked at. */
    private static final int MOST_FITTING = 1000;

    /** A project's number without what stands between its letter and digits. */
    private static final Pattern NUMBER = Pattern.compile("P\\d{8,}");

    private static final int ASKED_AT_ONCE = 500;

    private final StatementLineRepository lines;
    private final Billing billing;
    private final Clawbacks clawbacks;
    private final Organizations organizations;
    private final Projects projects;
    private final JdbcClient database;
    private final History history;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Statements(
            StatementLineRepository lines,
            Billing billing,
            Clawbacks clawbacks,
            Organizations organizations,
            Projects projects,
            JdbcClient database,
            History history,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.lines = lines;
        this.billing = billing;
        this.clawbacks = clawbacks;
        this.organizations = organizations;
        this.projects = projects;
        this.database = database;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Takes the lines of a file that are not known yet; what cannot be read is told, and the rest is taken. */
    @ProgramFinance
    public Uploaded upload(byte[] file) {
        BankFile read = BankFile.read(file);
        UUID statement = ids.next();
        Set<ByteBuffer> known = known(read.lines());
        int taken = 0;
        for (BankLine line : read.lines()) {
            if (!known.contains(ByteBuffer.wrap(line.fingerprint()))) {
                lines.save(new StatementLine(
                        ids.next(), statement, line, line.moment().atZone(seoul).toInstant()));
                taken++;
            }
        }
        int again = read.lines().size() - taken;
        database.sql("INSERT INTO bank_statement (id, uploaded_at, encoding, taken, known, refused)"
                        + " VALUES (:id, :at, :encoding, :taken, :known, :refused)")
                .param("id", IdBytes.of(statement))
                .param("at", Timestamp.from(clock.instant()))
                .param("encoding", read.encoding())
                .param("taken", taken)
                .param("known", again)
                .param("refused", read.problems().size())
                .update();
        history.record(HistoryEntry.of("statement.taken", "statement", statement)
                .with("taken", taken)
                .with("known", again)
                .with("refused", read.problems().size()));
        return new Uploaded(taken, again, read.problems());
    }

    /** Asked for before any line is saved: a question between two would compare all that wait to be written each time. */
    private Set<ByteBuffer> known(List<BankLine> read) {
        Set<ByteBuffer> known = new HashSet<>();
        for (int from = 0; from < read.size(); from += ASKED_AT_ONCE) {
            List<byte[]> asked = read.subList(from, Math.min(read.size(), from + ASKED_AT_ONCE)).stream()
                    .map(BankLine::fingerprint)
                    .toList();
            known.addAll(database.sql("SELECT fingerprint FROM statement_line WHERE fingerprint IN (:asked)")
                    .param("asked", asked)
                    .query((row, number) -> ByteBuffer.wrap(row.getBytes("fingerprint")))
                    .list());
        }
        return known;
    }

    /** Deposits that wait for somebody to confirm them, the latest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Page<LineView> waiting(int page, int size) {
        return lines.findByStatusOrderByHappenedAtDescIdDesc(LineStatus.WAITING, PageRequest.of(page, size))
                .map(StatementLine::view);
    }

    /** For each deposit the invoices it may pay, the surest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Map<UUID, List<Suggestion>> suggestions(Collection<LineView> deposits) {
        List<InvoiceView> open = billing.openFor(
                projects.withNumbers(
                        deposits.stream().flatMap(line -> numbers(line)).collect(Collectors.toSet())),
                deposits.stream().map(LineView::inWon).collect(Collectors.toSet()),
                MOST_FITTING);
        Map<ProjectId, ProjectView> of =
                projects.facts(open.stream().map(InvoiceView::project).toList());
        return deposits.stream()
                .collect(Collectors.toMap(
                        LineView::id,
                        line -> open.stream()
                                .flatMap(invoice ->
                                        suggestion(line, invoice, Objects.requireNonNull(of.get(invoice.project())))
                                                .stream())
                                .sorted(Comparator.comparing(Suggestion::why))
                                .limit(3)
                                .toList()));
    }

    /** For each deposit what a settlement asked back and that it may bring. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Map<UUID, List<ClawbackSuggestion>> clawbacks(Collection<LineView> deposits) {
        List<ClawbackView> wanted =
                clawbacks.withoutLine(deposits.stream().map(LineView::inWon).collect(Collectors.toSet()), MOST_FITTING);
        Map<OrganizationId, OrganizationFacts> startups =
                organizations.facts(wanted.stream().map(ClawbackView::startup).collect(Collectors.toSet()));
        return deposits.stream()
                .collect(Collectors.toMap(
                        LineView::id,
                        line -> wanted.stream()
                                .filter(one -> one.won() == line.inWon())
                                .map(one -> new ClawbackSuggestion(
                                        one.id(),
                                        Objects.requireNonNull(startups.get(one.startup())),
                                        one.won(),
                                        one.isPaid()))
                                .limit(3)
                                .toList()));
    }

    /** A deposit brings back what a settlement asked for, or proves it. */
    @ProgramFinance
    public void confirmClawback(UUID id, UUID clawback) {
        StatementLine line = find(id);
        long won = line.view().inWon();
        line.confirmedForClawback(clawback);
        clawbacks.confirmLine(clawback, won, "line-" + id, id);
        history.record(HistoryEntry.of("statement.lineConfirmed", "statement", id)
                .with("clawback", clawback)
                .with("won", won));
    }

    private static List<Suggestion> suggestion(LineView line, InvoiceView invoice, ProjectView project) {
        boolean named = names(line, project.number());
        boolean fits = invoice.owedWon() == line.inWon();
        if (!named && !fits) {
            return List.of();
        }
        Suggestion.Reason why =
                named && fits ? Suggestion.Reason.BOTH : named ? Suggestion.Reason.REFERENCE : Suggestion.Reason.AMOUNT;
        return List.of(new Suggestion(invoice.project(), project.number(), invoice.owedWon(), why));
    }

    /** All that may be a project's number in a deposit's text, whether a project has it or not. */
    private static Stream<String> numbers(LineView line) {
        return NUMBER.matcher(plain(line.payer() + " " + line.memo())).results().map(MatchResult::group);
    }

    /** Banks drop hyphens and cut texts: only letters and digits are compared, and no longer number may stand there. */
    static boolean names(LineView line, String number) {
        String wanted = plain(number);
        return Pattern.compile(Pattern.quote(wanted) + "(?!\\d)")
                .matcher(plain(line.payer() + " " + line.memo()))
                .find();
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** A deposit pays what a project's startup owes, all of it or a part. */
    @ProgramFinance
    public void confirm(UUID id, ProjectId project) {
        StatementLine line = find(id);
        LineView deposit = line.view();
        line.confirmedFor(project);
        billing.confirmLine(project, deposit.inWon(), "line-" + id, id);
        history.record(HistoryEntry.of("statement.lineConfirmed", "project", project.value())
                .with("line", id)
                .with("won", deposit.inWon()));
    }

    /** The same for a project named by its number. */
    @ProgramFinance
    public void confirm(UUID id, String number) {
        confirm(
                id,
                projects.withNumber(plain(number))
                        .filter(project -> !billing.ofProjects(List.of(project)).isEmpty())
                        .orElseThrow(() -> new RuleBrokenException("statements.rule.project")));
    }

    /** A deposit that is about no invoice of ours. */
    @ProgramFinance
    public void setAside(UUID id, String reason) {
        find(id).setAside(reason);
        history.record(
                HistoryEntry.of("statement.lineSetAside", "statement", id).because(reason));
    }

    /** These lines, for those who compare. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<LineView> lines(Collection<UUID> wanted) {
        return lines.findByIdIn(wanted).stream().map(StatementLine::view).toList();
    }

    /** Deposits that nobody confirmed for so long. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<LineView> waitingLongerThan(Duration age) {
        return lines
                .findByStatusAndHappenedAtBefore(
                        LineStatus.WAITING, clock.instant().minus(age))
                .stream()
                .map(StatementLine::view)
                .toList();
    }

    private StatementLine find(UUID id) {
        return lines.findById(id).orElseThrow(() -> new NotFoundException("line"));
    }
}
