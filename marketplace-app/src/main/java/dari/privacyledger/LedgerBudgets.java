package dari.privacyledger;

import dari.kernel.IdBytes;
import dari.kernel.OrganizationId;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerEntry;
import dari.sandboxes.PrivacyBudgets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of each budget, by the lines that the hospital's ledger handed over. */
@Component
class LedgerBudgets implements PrivacyBudgets {

    private static final String LINES =
            "SELECT content FROM privacy_ledger_line WHERE hospital = :hospital ORDER BY sequence_no";

    private static final String LEDGER = "SELECT last_sequence FROM privacy_ledger WHERE hospital = :hospital";

    private final JdbcClient database;

    LedgerBudgets(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Left> left(OrganizationId hospital, String dataset, String population) {
        return left(hospital, dataset, population, "");
    }

    /** Locking reads see what others committed since this transaction began; an intake of lines waits for its end. */
    @Override
    public Optional<Left> leftForMeAlone(OrganizationId hospital, String dataset, String population) {
        database.sql(LEDGER + " FOR UPDATE")
                .param("hospital", IdBytes.of(hospital.value()))
                .query(Long.class)
                .optional();
        return left(hospital, dataset, population, " FOR UPDATE");
    }

    private Optional<Left> left(OrganizationId hospital, String dataset, String population, String lock) {
        List<LedgerEntry> entries =
                database
                        .sql(LINES + lock)
                        .param("hospital", IdBytes.of(hospital.value()))
                        .query(String.class)
                        .list()
                        .stream()
                        .map(line -> Json.parse(line, LedgerEntry.class, "ledger line"))
                        .toList();
        return Ledger.accountsOf(entries).stream()
                .filter(account -> account.dataset().equals(dataset)
                        && account.population().equals(population))
                .findFirst()
                .map(account -> new Left(account.remaining().toDecimal(), account.delta()));
    }
}
