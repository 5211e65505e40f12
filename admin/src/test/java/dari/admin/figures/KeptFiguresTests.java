package dari.admin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.figures.CallFigures.MoneySum;
import dari.admin.figures.CallFigures.ReviewerLoad;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptFiguresTests {

    private static final UUID CALL = UUID.randomUUID();

    private final MovingClock clock = new MovingClock();
    private final KeptFigures kept = new KeptFigures(clock);
    private final AtomicInteger counts = new AtomicInteger();

    @Test
    void countsFewAtEachLook() {
        look(CALL, KeptFigures.MANY - 1);
        assertThat(look(CALL, KeptFigures.MANY - 1).kept()).isFalse();
        assertThat(counts).hasValue(2);
    }

    @Test
    void countsManyOnceAndSaysWhen() {
        Instant begun = clock.instant();
        look(CALL, KeptFigures.MANY);
        clock.move(KeptFigures.RENEWED_AFTER.minusSeconds(1));
        CountedFigures later = look(CALL, KeptFigures.MANY);
        assertThat(counts).hasValue(1);
        assertThat(later.kept()).isTrue();
        assertThat(later.at()).isEqualTo(begun);
    }

    @Test
    void countsAnewWhenTheTimeIsOver() {
        look(CALL, KeptFigures.MANY);
        clock.move(KeptFigures.RENEWED_AFTER);
        assertThat(look(CALL, KeptFigures.MANY).at()).isEqualTo(clock.instant());
        assertThat(counts).hasValue(2);
    }

    @Test
    void keepsEachCallForItself() {
        CallFigures one = look(CALL, KeptFigures.MANY).figures();
        assertThat(look(null, KeptFigures.MANY).figures()).isNotEqualTo(one);
        assertThat(look(UUID.randomUUID(), KeptFigures.MANY).figures()).isNotEqualTo(one);
        assertThat(look(CALL, KeptFigures.MANY).figures()).isEqualTo(one);
    }

    /** The number of the count stands where a budget would. */
    private CountedFigures look(UUID call, long applications) {
        return kept.of(
                call,
                applications,
                () -> new CallFigures(
                        List.of(),
                        List.of(),
                        List.of(new ReviewerLoad("김심사", 1, 2, 0)),
                        List.of(),
                        new MoneySum(counts.incrementAndGet(), 0, 0, 0, 0)));
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-26T01:00:00Z");

        void move(Duration further) {
            now = now.plus(further);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
