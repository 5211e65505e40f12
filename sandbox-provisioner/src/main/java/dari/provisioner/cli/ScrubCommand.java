package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.PseudonymKey;
import dari.provisioner.scrub.Evaluation;
import dari.provisioner.scrub.ScrubPlan;
import dari.provisioner.scrub.ScrubRun;
import dari.provisioner.scrub.Scrubber;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "scrub",
        description = "Takes identifiers out of Korean and English notes, one JSON object a line.",
        mixinStandardHelpOptions = true)
final class ScrubCommand implements Callable<Integer> {

    /** After so much CPU time the compiler of the virtual machine has little left to do. */
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final Console console;

    @Option(names = "--in", description = "Notes: {\"id\",\"text\"} a line, and \"person\" where it is known.")
    private @Nullable Path in;

    @Option(names = "--out", description = "File to write: {\"id\",\"text\",\"spans\"} a line.")
    private @Nullable Path out;

    @Option(
            names = "--lang",
            description =
                    "ko, en or auto (default ${DEFAULT-VALUE}): how three short numbers are read as a date: year first in ko, last in en.")
    private String language = "auto";

    @Option(names = "--key-file", description = "32 bytes as hexadecimal; without it a one-off key, destroyed.")
    private @Nullable Path keyFile;

    @Option(names = "--report", description = "File for counts and for the ids of notes with undecided places.")
    private @Nullable Path report;

    @Option(names = "--evaluate", description = "Labelled notes to measure recall, precision and speed on, instead.")
    private @Nullable Path gold;

    @Option(names = "--half", description = "all, open or held-out (default ${DEFAULT-VALUE}) of the labelled notes.")
    private String half = "all";

    ScrubCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PseudonymKey key = keyFile == null ? PseudonymKey.oneOff(new SecureRandom()) : PseudonymKey.read(keyFile);
        Scrubber scrubber = new Scrubber(
                ScrubPlan.USUAL.in(constant("--lang", language, ScrubPlan.Language.class, "ko, en or auto")),
                key.ofNotes());
        if (gold != null) {
            console.out()
                    .print(Json.text(Evaluation.of(
                            gold,
                            constant("--half", half, Evaluation.Half.class, "all, open or held-out"),
                            scrubber,
                            WARM_UP)));
            return ExitCode.DONE.number();
        }
        Path from = in;
        Path to = out;
        if (from == null || to == null) {
            throw new BadInput(from == null ? "--in" : "--out", "is missing", "give --in and --out, or --evaluate");
        }
        ScrubRun.Report found = ScrubRun.run(from, to, scrubber);
        if (report != null) {
            Json.write(report, found);
        }
        console.out().println("scrubbed " + found.notes() + " notes into " + to);
        if (found.undecided() > 0) {
            console.err()
                    .println("undecided: " + found.undecided() + " places in "
                            + found.undecidedNotes().size() + " notes stayed as they are"
                            + (report == null ? "; --report FILE lists the notes' ids" : "; see " + report));
        }
        return ExitCode.DONE.number();
    }

    private static <E extends Enum<E>> E constant(String option, String word, Class<E> type, String words) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return constant;
            }
        }
        throw new BadInput(option, "is not one of its words", "write " + words);
    }
}
