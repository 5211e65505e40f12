package dari.provisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.SurroundingsFailed;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryLimitTests {

    @Test
    void readsTheSizesThatTheTableEngineTakes() {
        assertThat(MemoryLimit.of("2g").bytes()).isEqualTo(2L << 30);
        assertThat(MemoryLimit.of("512MB").bytes()).isEqualTo(512L << 20);
    }

    @Test
    void leavesTheProgramItsShareOfTheSetting() {
        for (String size : List.of("1g", "2g", "3g", "16g")) {
            MemoryLimit limit = MemoryLimit.of(size);
            long uncounted = limit.bytes() - limit.engine() - limit.heapShare();
            assertThat(uncounted).isGreaterThanOrEqualTo(Math.min(768L << 20, limit.bytes() / 4));
            assertThat(limit.engine()).isGreaterThan(limit.heapShare());
            assertThat(limit.engineAlone())
                    .isBetween(limit.engine() + limit.bytes() / 6, limit.engine() + limit.heapShare());
        }
        assertThat(MemoryLimit.of("300m").engine()).isEqualTo(256L << 20);
        assertThat(MemoryLimit.of("100m").engine()).isEqualTo(100L << 20);
    }

    @Test
    void refusesWhatNeedsMoreThanTheSettingOrTheHeapAndSaysWhichToRaise() {
        MemoryLimit limit = new MemoryLimit(100 << 20, 50 << 20);
        assertThatCode(() -> limit.require("the solver", 100_000, 400)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.require("the solver", 150_000, 400))
                .isInstanceOf(SurroundingsFailed.class)
                .hasMessageContaining("the solver holds about 58 MB")
                .hasMessageContaining("-Xmx72m");
        assertThatThrownBy(() -> limit.require("the solver", 1_000_000, 400))
                .isInstanceOf(SurroundingsFailed.class)
                .hasMessageContaining("raise --memory");
    }
}
