package dari.ledger;

import dari.kernel.BackgroundWork;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.Money;
import dari.kernel.ProgramFinance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the books. What is entered stays: a mistake is mended by another entry. */
@Service
@Transactional
public class Ledger {

    private static final String ROWS = "SELECT e.id, e.entered_at, e.kind, e.source, e.project, l.account, l.hospital,"
            + " l.budget_line, l.amount, l.currency FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id";

    private final JdbcClient database;
    private final Ids ids;
    private final Clock clock;

    Ledger(JdbcClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Enters a fact with the transaction that made it one.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the same fact was entered before
     */
    @BackgroundWork
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Entry entry) {
        if (entry.postings().isEmpty()) {
            return;
        }
        byte[] id = IdBytes.of(ids.next());
        database.sql("INSERT INTO ledger_entry (id, entered_at, kind, source, project)"
                        + " VALUES (:id, :at, :kind, :source, :project)")
                .param("id", id)
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", entry.kind().name())
                .param("source", entry.source())
                .param("project", bytes(entry.project()))
                .update();
        for (int line = 0; line < entry.postings().size(); line++) {
            Posting posting = entry.postings().get(line);
            database.sql("INSERT INTO ledger_line (entry, line, account, hospital, budget_line, amount, currency)"
                            + " VALUES (:entry, :line, :account, :hospital, :budget, :amount, :currency)")
                    .param("entry", id)
                    .param("line", line)
                    .param("account", posting.account().name())
                    .param(
                            "hospital",
                            posting.hospital() == null
                                    ? null
                                    : bytes(posting.hospital().value()))
                    .param(
                            "budget",
                            posting.budgetLine() == null
                                    ? null
                                    : posting.budgetLine().name())
                    .param("amount", posting.amount().minorUnits())
                    .param("currency", posting.amount().currency())
                    .update();
        }
    }

    /** What each account holds, by hospital and budget line. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public List<Balance> balances() {
        return database.sql("SELECT account, hospital, budget_line, currency, SUM(amount) AS amount FROM ledger_line"
                        + " GROUP BY account, hospital, budget_line, currency ORDER BY account, hospital, budget_line")
                .query((row, number) -> new Balance(
                        Account.valueOf(row.getString("account")),
                        id(row.getBytes("hospital")),
                        budgetLine(row.getString("budget_line")),
                        money(row)))
                .list();
    }

    /** The latest lines, a page at a time. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public List<LedgerRow> page(int page, int size) {
        return database.sql(ROWS + " ORDER BY e.id DESC, l.line LIMIT :size OFFSET :from")
                .param("size", size)
                .param("from", (long) page * size)
                .query((row, number) -> row(row))
                .list();
    }

    @ProgramFinance
    @Transactional(readOnly = true)
    public long lines() {
        return database.sql("SELECT COUNT(*) FROM ledger_line")
                .query(Long.class)
                .single();
    }

    /** Every line in the order of entry, one after the other, for a file. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public void each(Consumer<LedgerRow> reader) {
        database.sql(ROWS + " ORDER BY e.id, l.line").query((ResultSet row) -> reader.accept(row(row)));
    }

    /** What an account holds for each of these projects, in won; those of which it holds nothing are left out. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UUID, Long> byProject(Account account, Collection<UUID> projects) {
        if (projects.isEmpty()) {
            return Map.of();
        }
        return database
                .sql(
                        "SELECT e.project, SUM(l.amount) AS amount FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id"
                                + " WHERE l.account = :account AND e.project IN (:projects) AND l.currency = 'KRW'"
                                + " GROUP BY e.project")
                .param("account", account.name())
                .param("projects", projects.stream().map(IdBytes::of).toList())
                .query((row, number) -> Map.entry(IdBytes.toId(row.getBytes("project")), row.getLong("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What each account holds for one project, by hospital and budget line. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Balance> held(UUID project) {
        return database.sql("SELECT l.account, l.hospital, l.budget_line, l.currency, SUM(l.amount) AS amount"
                        + " FROM ledger_entry e JOIN ledger_line l ON l.entry = e.id WHERE e.project = :project"
                        + " GROUP BY l.account, l.hospital, l.budget_line, l.currency"
                        + " ORDER BY l.account, l.budget_line")
                .param("project", IdBytes.of(project))
                .query((row, number) -> new Balance(
                        Account.valueOf(row.getString("account")),
                        id(row.getBytes("hospital")),
                        budgetLine(row.getString("budget_line")),
                        money(row)))
                .list();
    }

    /** What an account holds in all, in won. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public long total(Account account) {
        return database.sql("SELECT COALESCE(SUM(amount), 0) FROM ledger_line"
                        + " WHERE account = :account AND currency = 'KRW'")
                .param("account", account.name())
                .query(Long.class)
                .single();
    }

    /** Entries whose lines do not add up to zero, with what they are off by: none, unless the database was changed. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<UUID, Money> unbalanced() {
        return database
                .sql("SELECT entry, currency, SUM(amount) AS amount FROM ledger_line GROUP BY entry, currency"
                        + " HAVING SUM(amount) <> 0")
                .query((row, number) -> Map.entry(IdBytes.toId(row.getBytes("entry")), money(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    private static LedgerRow row(ResultSet row) throws SQLException {
        return new LedgerRow(
                IdBytes.toId(row.getBytes("id")),
                row.getTimestamp("entered_at").toInstant(),
                EntryKind.valueOf(row.getString("kind")),
                row.getString("source"),
                id(row.getBytes("project")),
                Account.valueOf(row.getString("account")),
                id(row.getBytes("hospital")),
                budgetLine(row.getString("budget_line")),
                money(row));
    }

    private static Money money(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), row.getString("currency"));
    }

    private static @Nullable BudgetLine budgetLine(@Nullable String name) {
        return name == null ? null : BudgetLine.valueOf(name);
    }

    private static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null ? null : IdBytes.of(id);
    }

    private static @Nullable UUID id(byte @Nullable [] bytes) {
        return bytes == null ? null : IdBytes.toId(bytes);
    }
}
