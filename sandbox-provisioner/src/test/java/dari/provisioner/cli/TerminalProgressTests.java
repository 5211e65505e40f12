package dari.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TerminalProgressTests {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong second = new AtomicLong();
    private final AtomicReference<Progress.Rows> rows = new AtomicReference<>(new Progress.Rows(0, 0));
    private final TerminalProgress progress = new TerminalProgress(
            new PrintStream(terminal, true, StandardCharsets.UTF_8), () -> Instant.ofEpochSecond(second.get()));

    @Test
    void saysTheStepTheRateAndTheTimeLeft() {
        progress.at(new Progress.Piece(Progress.Step.TREATING, "visit", 4_000_000, 1, 5, rows::get));
        assertThat(line()).isEqualTo("treating visit (2 of 5)");
        rows.set(new Progress.Rows(0, 4_000_000));
        progress.draw();
        assertThat(line()).isEqualTo("treating visit (2 of 5)");
        second.addAndGet(10);
        rows.set(new Progress.Rows(1_000_000, 4_000_000));
        progress.draw();
        assertThat(line()).isEqualTo("treating visit (2 of 5): 25 %, 100,000 rows/s, 0:30 left");
    }

    @Test
    void countsAnewWithTheNextStatement() {
        progress.at(Progress.Piece.whole(Progress.Step.READING, 0, rows::get));
        rows.set(new Progress.Rows(500, 1000));
        second.addAndGet(100);
        progress.draw();
        rows.set(new Progress.Rows(0, 7200));
        progress.draw();
        second.addAndGet(1);
        rows.set(new Progress.Rows(20, 7200));
        progress.draw();
        assertThat(line()).isEqualTo("reading: 0 %, 20 rows/s, 5:59 left");
    }

    @Test
    void leavesACleanLine() {
        progress.at(Progress.Piece.whole(Progress.Step.SEALING, 0, Progress.Meter.NONE));
        progress.at(Progress.Piece.end(Progress.Step.SEALING));
        progress.draw();
        assertThat(line()).isEmpty();
    }

    /** What stands on the line now. */
    private String line() {
        String all = terminal.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf("\r\u001b[K") + 4);
    }
}
