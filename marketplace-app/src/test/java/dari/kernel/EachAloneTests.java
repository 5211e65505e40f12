package dari.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dari.support.DariTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@DariTest
class EachAloneTests {

    @Autowired
    EachAlone each;

    @Test
    void oneThatMeetsAnotherWriterIsDoneAgainAndOneThatFailsHoldsUpNobody() {
        Map<String, Integer> tries = new HashMap<>();
        List<String> committed = new ArrayList<>();
        each.work(List.of("meets", "fails", "goes"), id -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.add(id);
                }
            });
            int tried = tries.merge(id, 1, Integer::sum);
            if (id.equals("meets") && tried == 1) {
                throw new PessimisticLockingFailureException("sent away");
            }
            if (id.equals("fails")) {
                throw new IllegalStateException("broken");
            }
        });
        assertThat(committed).containsExactly("meets", "goes");
        assertThat(tries).containsEntry("meets", 2).containsEntry("fails", 1);
    }
}
