package dari.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dari.kernel.IdBytes;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.support.DariTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Invoices of one application and one hospital that are written at the same moment. */
@DariTest
class InvoiceNumbersTests {

    private static final int AT_ONCE = 8;
    private static final long CEILING = 10_000;

    @Autowired
    InvoiceNumbers numbers;

    @Autowired
    InvoiceRepository invoices;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private final List<UUID> written = new CopyOnWriteArrayList<>();

    @Test
    void ofOneApplicationTheyShareItsVoucherAndNoneFailsOrSkipsANumber() throws Exception {
        UUID application = UUID.randomUUID();
        OrganizationId hospital = new OrganizationId(UUID.randomUUID());
        write(application, hospital); // the rows that are locked exist, as they do for every invoice but the first
        assertThat(atOnce(() -> write(application, hospital)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(2, AT_ONCE + 1).boxed().toList());
        assertThat(database.sql("SELECT SUM(voucher_won) FROM invoice WHERE application = :application")
                        .param("application", IdBytes.of(application))
                        .query(Long.class)
                        .single())
                .isEqualTo(CEILING);
    }

    @Test
    void ofManyApplicationsNoneWaitsForAnotherInVain() throws Exception {
        assertThat(atOnce(() -> write(UUID.randomUUID(), new OrganizationId(UUID.randomUUID()))))
                .hasSize(AT_ONCE)
                .containsOnly(1);
    }

    @AfterEach
    void leaveNoInvoiceWithoutAProject() {
        written.forEach(id -> database.sql("DELETE FROM invoice WHERE id = :id")
                .param("id", IdBytes.of(id))
                .update());
    }

    private static List<Integer> atOnce(Callable<Integer> write) throws Exception {
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        ExecutorService writers = Executors.newFixedThreadPool(AT_ONCE);
        Callable<Integer> writer = () -> {
            together.await();
            return write.call();
        };
        List<Integer> given = new ArrayList<>();
        for (Future<Integer> number : writers.invokeAll(Collections.nCopies(AT_ONCE, writer))) {
            given.add(number.get());
        }
        writers.shutdown();
        return given;
    }

    /** An invoice that takes up to 3,000 of what the voucher has left, after a first look as those who write one take. */
    private int write(UUID application, OrganizationId hospital) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return transaction.execute(status -> {
            UUID id = UUID.randomUUID();
            invoices.findByProject(new ProjectId(id));
            long voucher = Math.min(3_000, CEILING - numbers.committedOf(application));
            int number = numbers.next(hospital);
            database.sql("INSERT INTO invoice (id, version, project, startup, hospital, application, number, status,"
                            + " price_won, vat_won, voucher_won, own_won) VALUES (:id, 0, :id, :id, :hospital,"
                            + " :application, :number, 'COVERED', :voucher, 0, :voucher, 0)")
                    .param("id", IdBytes.of(id))
                    .param("hospital", IdBytes.of(hospital.value()))
                    .param("application", IdBytes.of(application))
                    .param("number", number)
                    .param("voucher", voucher)
                    .update();
            written.add(id);
            return number;
        });
    }
}
