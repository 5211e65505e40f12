package dari.billing;

import dari.kernel.IdBytes;
import dari.kernel.OrganizationId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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
        database.sql("INSERT INTO invoice_number (hospital, last_number) VALUES (:hospital, 1)"
                        + " ON DUPLICATE KEY UPDATE last_number = last_number + 1")
                .param("hospital", id)
                .update();
        return database.sql("SELECT last_number FROM invoice_number WHERE hospital = :hospital")
                .param("hospital", id)
                .query(Integer.class)
                .single();
    }

    /**
     * What is committed of an application's voucher. Until the end of the transaction nobody else commits any of it. The
     * transaction has to read what others committed meanwhile, see {@link InvoiceListener}.
     */
    long committedOf(UUID application) {
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        if (isolation == null || isolation != TransactionDefinition.ISOLATION_READ_COMMITTED) {
            throw new IllegalStateException("would sum up what was committed before the lock was had");
        }
        byte[] id = IdBytes.of(application);
        // Locks the row at once: INSERT IGNORE would share it first, and two who then want it alone wait for each
        // other.
        database.sql("INSERT INTO voucher_budget (application) VALUES (:application)"
                        + " ON DUPLICATE KEY UPDATE application = application")
                .param("application", id)
                .update();
        return database.sql("SELECT COALESCE(SUM(voucher_won - credited_voucher_won), 0) FROM invoice"
                        + " WHERE application = :application AND status <> 'CANCELLED'")
                .param("application", id)
                .query(Long.class)
                .single();
    }
}
