package dari.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.support.DariTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DariTest
class HistoryChainTests {

    @Autowired
    History history;

    @Autowired
    HistoryChain chain;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @Test
    void holdsWhenNothingChangedAndSurvivesTheRedactionOfANote() {
        UUID thing = record("kept", "왜냐하면");
        sealAll();
        assertThat(chain.firstBrokenPosition()).isNull();

        database.sql("UPDATE history SET note = NULL, note_salt = NULL WHERE subject = :s")
                .param("s", IdBytes.of(thing))
                .update();
        assertThat(chain.firstBrokenPosition()).isNull();
    }

    @Test
    void showsWhereARowWasChanged() {
        UUID thing = record("tampered", "reason");
        sealAll();
        for (String change : List.of(
                "action = 'test.other'",
                "facts = '{\"n\":\"2\"}'",
                "note = 'another reason'",
                "actor_organization = id")) {
            transaction.executeWithoutResult(status -> {
                database.sql("UPDATE history SET " + change + " WHERE subject = :s")
                        .param("s", IdBytes.of(thing))
                        .update();
                assertThat(chain.firstBrokenPosition()).as(change).isEqualTo(position(thing));
                status.setRollbackOnly();
            });
        }
        assertThat(chain.firstBrokenPosition()).isNull();
    }

    @Test
    void sealersAtTheSameMomentGoOnFromEachOther() {
        sealAll();
        List<UUID> things = IntStream.range(0, 40)
                .mapToObj(i -> record("crowded", "reason " + i))
                .toList();
        List<CompletableFuture<Integer>> sealers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(chain::seal))
                .toList();
        sealers.forEach(CompletableFuture::join);
        sealAll();
        assertThat(things).extracting(this::position).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(chain.firstBrokenPosition()).isNull();
    }

    @Test
    void isWrittenInTheTransactionOfTheChangeOrNotAtAll() {
        assertThatThrownBy(() -> history.record(HistoryEntry.of("test.alone", "test", ids.next())))
                .isInstanceOf(IllegalTransactionStateException.class);
        UUID thing = ids.next();
        transaction.executeWithoutResult(status -> {
            history.record(HistoryEntry.of("test.undone", "test", thing));
            status.setRollbackOnly();
        });
        assertThat(history.of(List.of(thing))).isEmpty();
    }

    private UUID record(String action, String note) {
        UUID thing = ids.next();
        transaction.executeWithoutResult(status -> history.record(
                HistoryEntry.of("test." + action, "test", thing).with("n", 1).because(note)));
        return thing;
    }

    private void sealAll() {
        while (chain.seal() > 0) {}
    }

    private Long position(UUID thing) {
        return database.sql("SELECT position FROM history WHERE subject = :s")
                .param("s", IdBytes.of(thing))
                .query(Long.class)
                .single();
    }
}
