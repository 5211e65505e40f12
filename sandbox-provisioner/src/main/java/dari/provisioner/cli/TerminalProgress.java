package dari.provisioner.cli;

import dari.provisioner.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * One line of a terminal, rewritten twice a second: the step, and of what the table engine is doing now the rows per second and
 * the time left. A release's steps are too unlike for an honest guess of the whole.
 */
final class TerminalProgress implements Progress {

    private static final long EVERY_MILLIS = 500;

    private final PrintStream terminal;
    private final InstantSource clock;

    private @Nullable Piece piece;
    private long total;
    private Instant began = Instant.EPOCH;

    TerminalProgress(PrintStream terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Starts to rewrite the line, until the process ends. */
    TerminalProgress ticking() {
        TimerTask redraw = new TimerTask() {
            @Override
            public void run() {
                draw();
            }
        };
        new Timer("progress", true).schedule(redraw, EVERY_MILLIS, EVERY_MILLIS);
        return this;
    }

    @Override
    public synchronized void at(Piece next) {
        if (next.isEnd()) {
            piece = null;
            terminal.print("\r\u001b[K"); // what the command says next stands on a clean line
            terminal.flush();
            return;
        }
        piece = next;
        total = 0;
        draw();
    }

    synchronized void draw() {
        if (piece != null) {
            terminal.print("\r\u001b[K" + name(piece) + pace(piece.meter().rows()));
            terminal.flush();
        }
    }

    private static String name(Piece piece) {
        return piece.step().name().toLowerCase(Locale.ROOT)
                + (piece.table().isEmpty() ? "" : " " + piece.table())
                + (piece.total() > 1 ? " (" + (piece.done() + 1) + " of " + piece.total() + ")" : "");
    }

    private String pace(@Nullable Rows rows) {
        if (rows == null || rows.total() <= 0) {
            return "";
        }
        if (rows.total() != total) { // another statement began
            total = rows.total();
            began = clock.instant();
        }
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        if (seconds <= 0 || rows.done() <= 0) {
            return "";
        }
        double perSecond = rows.done() / seconds;
        Duration left = Duration.ofSeconds(Math.round(Math.max(0, rows.total() - rows.done()) / perSecond));
        return String.format(
                Locale.ROOT,
                ": %d %%, %,.0f rows/s, %d:%02d left",
                Math.min(100, 100 * rows.done() / rows.total()),
                perSecond,
                left.toMinutes(),
                left.toSecondsPart());
    }
}
