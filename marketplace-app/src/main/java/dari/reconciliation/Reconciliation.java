package dari.reconciliation;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.billing.PaymentGateway;
import dari.billing.PaymentGateway.Taken;
import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.Money;
import dari.kernel.ProgramFinance;
import dari.projects.ProjectId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares the books, keeps what it found, and shows the last comparison. */
@Service
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final OwnBooks own;
    private final OtherBooks others;
    private final ObjectProvider<PaymentGateway> gateway;
    private final History history;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final Ids ids;
    private final Clock clock;

    Reconciliation(
            OwnBooks own,
            OtherBooks others,
            ObjectProvider<PaymentGateway> gateway,
            History history,
            JdbcClient database,
            TransactionTemplate transactions,
            Ids ids,
            Clock clock) {
        this.own = own;
        this.others = others;
        this.gateway = gateway;
        this.history = history;
        this.database = database;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Compares now, because somebody asks. */
    @ProgramFinance
    public Run now() {
        return compare(true);
    }

    /** Compares because it is time. */
    @BackgroundWork
    public Run nightly() {
        return compare(false);
    }

    /** The provider is asked before the transaction begins: no remote call sits in one. */
    private Run compare(boolean byPerson) {
        Instant since = clock.instant().minus(LOOKED_BACK);
        List<Taken> taken = taken(since);
        Run run = transactions.execute(status -> {
            List<Difference> found = new ArrayList<>();
            int checked = own.compare(found) + others.bank(found) + others.strays(found);
            if (taken != null) {
                checked += others.card(taken, since, found);
            }
            return keep(new Run(ids.next(), clock.instant(), checked, taken != null, found), byPerson);
        });
        if (!run.differences().isEmpty()) {
            log.warn(
                    "reconciliation {} found {} differences",
                    run.id(),
                    run.differences().size());
        }
        return run;
    }

    private @Nullable List<Taken> taken(Instant since) {
        PaymentGateway provider = gateway.getIfAvailable();
        if (provider == null) {
            return null;
        }
        try {
            return provider.taken(since);
        } catch (IllegalStateException e) {
            log.warn("the card provider did not list what it took: {}", e.getMessage());
            return null;
        }
    }

    private Run keep(Run run, boolean byPerson) {
        database.sql("INSERT INTO reconciliation_run (id, ran_at, checked, card_provider)"
                        + " VALUES (:id, :at, :checked, :provider)")
                .param("id", IdBytes.of(run.id()))
                .param("at", Timestamp.from(run.ranAt()))
                .param("checked", run.checked())
                .param("provider", run.cardProvider())
                .update();
        for (int line = 0; line < run.differences().size(); line++) {
            Difference difference = run.differences().get(line);
            ProjectId project = difference.project();
            database.sql("INSERT INTO reconciliation_difference"
                            + " (run, line, kind, subject, project, expected, found, currency)"
                            + " VALUES (:run, :line, :kind, :subject, :project, :expected, :found, :currency)")
                    .param("run", IdBytes.of(run.id()))
                    .param("line", line)
                    .param("kind", difference.kind().name())
                    .param("subject", difference.subject())
                    .param("project", project == null ? null : IdBytes.of(project.value()))
                    .param("expected", difference.expected().minorUnits())
                    .param("found", difference.found().minorUnits())
                    .param("currency", difference.found().currency())
                    .update();
        }
        HistoryEntry entry = HistoryEntry.of("reconciliation.ran", "reconciliation", run.id())
                .with("checked", run.checked())
                .with("differences", run.differences().size());
        if (byPerson) {
            history.record(entry);
        } else {
            history.recordBySystem("reconciliation", entry);
        }
        return run;
    }

    /** The last comparison; empty before the first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Optional<Run> last() {
        return database.sql(
                        "SELECT id, ran_at, checked, card_provider FROM reconciliation_run ORDER BY id DESC LIMIT 1")
                .query((row, number) -> {
                    UUID id = IdBytes.toId(row.getBytes("id"));
                    return new Run(
                            id,
                            row.getTimestamp("ran_at").toInstant(),
                            row.getInt("checked"),
                            row.getBoolean("card_provider"),
                            differences(id));
                })
                .optional();
    }

    private List<Difference> differences(UUID run) {
        return database.sql("SELECT kind, subject, project, expected, found, currency FROM reconciliation_difference"
                        + " WHERE run = :run ORDER BY line LIMIT 500")
                .param("run", IdBytes.of(run))
                .query((row, number) -> {
                    byte[] project = row.getBytes("project");
                    String currency = row.getString("currency");
                    return new Difference(
                            DifferenceKind.valueOf(row.getString("kind")),
                            row.getString("subject"),
                            project == null ? null : new ProjectId(IdBytes.toId(project)),
                            new Money(row.getLong("expected"), currency),
                            new Money(row.getLong("found"), currency));
                })
                .list();
    }
}
