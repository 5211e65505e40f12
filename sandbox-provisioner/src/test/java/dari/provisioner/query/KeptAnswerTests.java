package dari.provisioner.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.Refused;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Both sides hold an answer to its question and its limits. */
class KeptAnswerTests {

    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");
    private static final KeptQuestion QUESTION = new KeptQuestion(UUID.randomUUID(), "0".repeat(64), "SELECT 1");
    private static final QueryLimits LIMITS = QueryLimits.DEFAULT;

    @Test
    void anAnswerTooLargeToHandOverSaysSo() {
        KeptAnswer large = KeptAnswer.within(QUESTION, rows(1000, "가".repeat(2000)), NOW);
        assertThat(large.answer().problem()).isEqualTo(new QueryAnswer.Problem(Refusal.MEMORY, ""));
        assertThat(KeptAnswer.within(QUESTION, rows(1000, "가"), NOW).answer().rows())
                .hasSize(1000);
    }

    @Test
    void whatIsNotTheAnswerWithinItsLimitsIsRefused() {
        assertThatCode(() -> requireOf(QUESTION, rows(1000, "a".repeat(2001)))).doesNotThrowAnyException();
        KeptQuestion other = new KeptQuestion(UUID.randomUUID(), "0".repeat(64), "SELECT 1");
        assertRefused(other, rows(1, "a"));
        assertRefused(QUESTION, rows(1001, "a"));
        assertRefused(QUESTION, rows(1, "a".repeat(2002)));
        assertRefused(QUESTION, rows(1000, "가".repeat(2000)));
        assertRefused(QUESTION, new QueryAnswer(List.of(), List.of(List.of("a")), false, 1, null));
    }

    private static void assertRefused(KeptQuestion asked, QueryAnswer answer) {
        assertThatThrownBy(() -> requireOf(asked, answer)).isInstanceOf(Refused.class);
    }

    private static void requireOf(KeptQuestion asked, QueryAnswer answer) {
        new KeptAnswer(QUESTION.hash(), answer, NOW).require(asked, LIMITS);
    }

    private static QueryAnswer rows(int rows, String value) {
        return new QueryAnswer(
                List.of(new QueryAnswer.Column("a", "VARCHAR", false)),
                Collections.nCopies(rows, List.of(value)),
                false,
                1,
                null);
    }
}
