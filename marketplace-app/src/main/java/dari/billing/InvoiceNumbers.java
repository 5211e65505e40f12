package dari.billing;

import dari.kernel.IdBytes;
import dari.kernel.OrganizationId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives invoices their numbers, and lets those of one application be written one after the other. */
@Component
class InvoiceNumbers {

    private final JdbcClient database;

    InvoiceNumbers(JdbcClient database) {
        this.database = database;
    }

    /** The hospital's next number. Held with the present transaction: rolled back, nobody had it. */
    int next(OrganizationId hospital) {
        byte[] id = IdBytes.of(hospital.value());
        database.sql("INSERT IGNORE INTO invoice_number (hospital, last_number) VALUES (:hospital, 0)")
                .param("hospital", id)
                .update();
        database.sql("UPDATE invoice_number SET last_number = last_number + 1 WHERE hospital = :hospital")
                .param("hospital", id)
                .update();
        return database.sql("SELECT last_number FROM invoice_number WHERE hospital = :hospital")
                .param("hospital", id)
                .query(Integer.class)
                .single();
    }

    /**
     * What is committed of an application's voucher. Until the end of the transaction nobody else commits any of it.
     */
    long committedOf(UUID application) {
        byte[] id = IdBytes.of(application);
        database.sql("INSERT IGNORE INTO voucher_budget (application) VALUES (:application)")
                .param("application", id)
                .update();
        database.sql("SELECT application FROM voucher_budget WHERE application = :application FOR UPDATE")
                .param("application", id)
                .query((row, number) -> true)
                .single();
        // A locking read sees what others committed meanwhile; a plain one would see the transaction's first moment.
        return database
                .sql("SELECT voucher_won - credited_voucher_won AS won FROM invoice"
                        + " WHERE application = :application AND status <> 'CANCELLED' FOR UPDATE")
                .param("application", id)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
