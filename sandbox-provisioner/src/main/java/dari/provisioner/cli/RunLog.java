package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;

/**
 * What a run did, one JSON object a line, added to a file: each part with its rows and its time, and how the run ended. Names
 * of tables and counts, never a value.
 */
final class RunLog implements Progress {

    private final Path file;
    private final InstantSource clock;
    private @Nullable Piece piece;
    private Instant began;

    /**
     * @param recipe its hash
     * @throws BadInput when the file cannot be written
     */
    RunLog(Path file, String recipe, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.began = clock.instant();
        add(new Begin(began, recipe));
    }

    private record Begin(Instant at, String recipe) {}

    /** @param rows 0 where nobody counted */
    private record Part(Instant at, String step, String table, long rows, double seconds) {}

    private record End(Instant at, String end) {}

    @Override
    public void at(Piece next) {
        closePart();
        piece = next.isEnd() ? null : next;
        began = clock.instant();
    }

    /** @param how {@code RELEASED}, {@code HELD} or the kind of failure */
    void ended(String how) {
        closePart();
        piece = null;
        add(new End(clock.instant(), how));
    }

    private void closePart() {
        if (piece != null) {
            Instant now = clock.instant();
            add(new Part(
                    now,
                    piece.step().name().toLowerCase(Locale.ROOT),
                    piece.table(),
                    piece.rows(),
                    Duration.between(began, now).toMillis() / 1000.0));
        }
    }

    private void add(Object line) {
        String json = Json.mapper()
                .writer()
                .without(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(line);
        try {
            Files.writeString(
                    file, json + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new BadInput("--log", "cannot be written", "name a file in a folder that exists");
        }
    }
}
