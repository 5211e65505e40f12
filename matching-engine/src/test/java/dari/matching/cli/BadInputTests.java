package dari.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file that a command reads × every way in which it can be bad. The grid is the product of {@link Input} and {@link
 * Harm}; what an input accepts although it looks odd stands in its line, the rest is exit 2 with one line that names the
 * file and says what is wrong, and nothing is written.
 */
class BadInputTests {

    /** Far above what it takes; a text of any size ends in seconds. */
    private static final Duration BOUNDED = Duration.ofSeconds(30);

    private static final String DATASETS = "{\"id\":\"d1\",\"dataUse\":{\"generalUse\":true,\"other\":\"ask\"}}\n";
    private static final String PURPOSES = "{\"id\":\"p1\",\"purpose\":{\"hmbResearch\":true}}\n";
    private static final String OFFERS = "{\"id\":\"o1\",\"kind\":\"kind:data\",\"title\":\"Lung CT\"}\n";
    private static final String NEEDS = "{\"id\":\"n1\",\"text\":\"lung\"}\n";
    private static final String CORPUS = "{\"_id\":\"1\",\"title\":\"Chest\",\"text\":\"lung nodules\"}\n";
    private static final String QUERIES = "{\"_id\":\"a\",\"text\":\"lung\"}\n";
    private static final String QRELS = "query-id\tcorpus-id\tscore\na\t1\t1\n";
    private static final String JUDGED = "query-id\tcorpus-id\tscore\nn1\to1\t1\n";
    private static final String INSTANCE =
            "{\"applicants\":[{\"id\":\"a1\",\"prefs\":[\"x\"]}],\n\"places\":[{\"id\":\"x\",\"capacity\":1,\"prefs\":[\"a1\"]}]}\n";
    private static final String SCENARIO = "{\"forced\":[{\"applicant\":\"a1\",\"place\":\"x\"}]}\n";
    private static final String CORRECTIONS =
            "{\"applicant\":\"a1\",\"from\":\"x\",\"to\":null,\"reason\":\"withdrew\",\"at\":\"2026-11-26T09:30:00Z\"}\n";
    private static final String CERTIFICATE =
            "{\"rules\":\"assign-1\",\"instanceSha256\":\"0\",\"optimal\":\"PLACES\",\"seed\":0,\"tieOrder\":[],\"matching\":{},\n"
                    + "\"blockingPairs\":[],\"keptSeats\":[],\"corrections\":[]}\n";

    private static final String DECIDE = "decide --datasets @d --purposes @p --out @out";
    private static final String RANK = "rank --offers @o --needs @n --out @out --model none";
    private static final String FOR_HOSPITALS = "rank-needs --offers @o --needs @n --out @out --model none";
    private static final String EVALUATE = "evaluate --corpus @c --queries @q --qrels @r --run @out --model none";
    private static final String ASSIGN = "assign --instance @i --out @out";

    private static final Set<Harm> ODD = EnumSet.of(Harm.BOM, Harm.CRLF);
    private static final Set<Harm> ODD_OR_EMPTY = EnumSet.of(Harm.BOM, Harm.CRLF, Harm.EMPTY);

    /** What the commands read: the file, the call, its good text, what is accepted. */
    private enum Input {
        DECIDE_DATASETS("d", DECIDE, DATASETS, ODD_OR_EMPTY),
        DECIDE_PURPOSES("p", DECIDE, PURPOSES, ODD_OR_EMPTY),
        DECIDE_DISEASES("h", DECIDE + " --diseases @h", "{\"id\":\"lung\",\"parents\":[]}\n", ODD_OR_EMPTY),
        /** A pair may be asked for twice. */
        DECIDE_PAIRS(
                "f",
                DECIDE + " --pairs @f",
                "{\"dataset\":\"d1\",\"purpose\":\"p1\"}\n",
                EnumSet.of(Harm.BOM, Harm.CRLF, Harm.EMPTY, Harm.TWICE)),
        DUO("t", "duo --in @t --out @out", "{\"id\":\"d1\",\"duo\":[\"DUO:0000042\"]}\n", ODD_OR_EMPTY),
        RANK_OFFERS("o", RANK, OFFERS, ODD_OR_EMPTY),
        RANK_NEEDS("n", RANK, NEEDS, ODD_OR_EMPTY),
        RANK_NEEDS_OFFERS("o", FOR_HOSPITALS, OFFERS, ODD_OR_EMPTY),
        RANK_NEEDS_NEEDS("n", FOR_HOSPITALS, NEEDS, ODD_OR_EMPTY),
        EXPOSURE_QRELS("j", "exposure --offers @o --needs @n --qrels @j --model none", JUDGED, ODD),
        /** Collections carry fields of their own, which are passed over, and may name documents by numbers. */
        EVALUATE_CORPUS(
                "c",
                EVALUATE,
                CORPUS,
                EnumSet.of(Harm.BOM, Harm.CRLF, Harm.EMPTY, Harm.UNKNOWN_FIELD, Harm.WRONG_TYPE)),
        EVALUATE_QUERIES("q", EVALUATE, QUERIES, EnumSet.of(Harm.BOM, Harm.CRLF, Harm.UNKNOWN_FIELD)),
        EVALUATE_QRELS("r", EVALUATE, QRELS, ODD),
        ASSIGN_INSTANCE("i", ASSIGN, INSTANCE, ODD),
        ASSIGN_SCENARIO("w", ASSIGN + " --what-if @w", SCENARIO, ODD),
        ASSIGN_CORRECTIONS("l", ASSIGN + " --corrections @l", CORRECTIONS, ODD_OR_EMPTY),
        /** A certificate that can be read but is wrong is refused by exit 3. */
        ASSIGN_CERTIFICATE("k", "assign --instance @i --check @k", CERTIFICATE, ODD);

        private final String file;
        private final String call;
        private final String good;
        private final Set<Harm> accepted;

        Input(String file, String call, String good, Set<Harm> accepted) {
            this.file = file;
            this.call = call;
            this.good = good;
            this.accepted = accepted;
        }

        boolean isJson() {
            return this != EVALUATE_QRELS && this != EXPOSURE_QRELS;
        }
    }

    /** Ways in which a file is bad or odd. */
    private enum Harm {
        MALFORMED(true),
        NO_OBJECT(true),
        UNKNOWN_FIELD(true),
        WRONG_TYPE(true),
        TWICE(true),
        HALF_A_SURROGATE_PAIR(true),
        TEN_MEGABYTES(true),
        NESTED_WITHOUT_END(true),
        NOT_UTF8(false),
        ABSENT(false),
        A_DIRECTORY(false),
        CUT_OFF_GZ(false),
        NO_GZ(false),
        EMPTY(false),
        BOM(false),
        CRLF(false);

        private final boolean onlyInJson;

        Harm(boolean onlyInJson) {
            this.onlyInJson = onlyInJson;
        }
    }

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "d", DATASETS,
            "p", PURPOSES,
            "o", OFFERS,
            "n", NEEDS,
            "c", CORPUS,
            "q", QUERIES,
            "r", QRELS,
            "i", INSTANCE));

    @TempDir
    Path folder;

    static Stream<Arguments> grid() {
        return Arrays.stream(Input.values())
                .flatMap(input -> Arrays.stream(Harm.values())
                        .filter(harm -> input.isJson() || !harm.onlyInJson)
                        .map(harm -> Arguments.of(input, harm)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("grid")
    void isRefusedInOneLineOrAcceptedAsSaid(Input input, Harm harm) throws IOException {
        goodFiles();
        String name = spoil(input, harm);
        Set<String> before = names();
        CommandLineRun run = assertTimeout(
                BOUNDED,
                () -> CommandLineRun.in(
                        folder,
                        Stream.of(input.call.split(" "))
                                .map(word -> word.equals("@" + input.file) ? "@" + name : word)
                                .toList()));
        if (input.accepted.contains(harm)) {
            int expected = input == Input.ASSIGN_CERTIFICATE ? ExitCode.REFUSED.number() : ExitCode.DONE.number();
            assertThat(run.code()).as(run.err()).isEqualTo(expected);
            return;
        }
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT.number());
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err())
                .contains(folder.resolve(name).toString())
                .hasSizeLessThan(folder.toString().length() + 700)
                .doesNotContain("Exception", "dari.matching", "java.");
        assertThat(run.out()).isEmpty();
        assertThat(names()).isEqualTo(before);
    }

    /** Calls that write, one per command. */
    private enum Output {
        DECIDE_OUT(DECIDE, "d"),
        DUO_OUT("duo --in @t --out @out", "t"),
        RANK_OUT(RANK, "n"),
        RANK_NEEDS_OUT(FOR_HOSPITALS, "o"),
        EVALUATE_OUT(EVALUATE, "r"),
        ASSIGN_OUT(ASSIGN, "i");

        private final String call;
        private final String input;

        Output(String call, String input) {
            this.call = call;
            this.input = input;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOutputThatCannotBeWrittenIsRefused(Output output) throws IOException {
        goodFiles();
        Files.writeString(folder.resolve("t"), Input.DUO.good);
        Files.createDirectory(folder.resolve("folder"));
        Set<String> before = names();
        for (String target : List.of("folder", "absent/out", output.input + "/out", output.input, "x".repeat(300))) {
            CommandLineRun run = CommandLineRun.in(folder, output.call.replace("@out", "@" + target));
            assertThat(run.code()).as(target + ": " + run.err()).isEqualTo(ExitCode.BAD_INPUT.number());
            assertThat(run.err().strip().lines()).hasSize(1);
            assertThat(run.err()).contains(target);
            assertThat(names()).isEqualTo(before);
        }
        assertThat(Files.readString(folder.resolve(output.input)))
                .isEqualTo(output == Output.DUO_OUT ? Input.DUO.good : FILES.get(output.input));
    }

    /** The surroundings fail: exit 4. Nobody, not even root, makes files under /proc. */
    @ParameterizedTest
    @EnumSource
    void aFolderThatTakesNoFilesIsExitFour(Output output) throws IOException {
        goodFiles();
        Files.writeString(folder.resolve("t"), Input.DUO.good);
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path target = closed.toFile().setWritable(false) && !Files.isWritable(closed)
                ? closed.resolve("out")
                : Path.of("/proc/dari-out");
        CommandLineRun run = CommandLineRun.in(folder, output.call.replace("@out", target.toString()));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SURROUNDINGS.number());
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(closed.toFile().list()).isEmpty();
    }

    private void goodFiles() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Writes the input's file with the harm done and returns its name. */
    private String spoil(Input input, Harm harm) throws IOException {
        String good = input.good;
        boolean lines = !good.strip().contains("\n") && input != Input.ASSIGN_SCENARIO;
        return switch (harm) {
            case MALFORMED -> write(input.file, lines ? good + "{\"id\":\"x\"" : good.substring(0, good.length() - 3));
            case NO_OBJECT -> write(input.file, lines ? good + "[]" : "[]");
            case UNKNOWN_FIELD -> write(input.file, good.replaceFirst("\\{", "{\"zzz\":1,"));
            case WRONG_TYPE -> write(input.file, good.replaceFirst(":\"[^\"]*\"", ":7"));
            case TWICE -> write(input.file, lines ? good + good : good.replaceFirst("\\{(\"[^\"]*\":)", "{$17,$1"));
            case HALF_A_SURROGATE_PAIR -> write(input.file, good.replaceFirst(":\"", ":\"\\\\ud83d"));
            case TEN_MEGABYTES -> write(input.file, good.replaceFirst(":\"", ":\"" + "a".repeat(10_000_000)));
            case NESTED_WITHOUT_END -> write(input.file, "[".repeat(100_000));
            case NOT_UTF8 -> {
                Files.write(folder.resolve(input.file), new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
                yield input.file;
            }
            case ABSENT -> "absent";
            case A_DIRECTORY ->
                Files.createDirectory(folder.resolve("directory")).getFileName().toString();
            case CUT_OFF_GZ -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(good.getBytes(StandardCharsets.UTF_8));
                }
                byte[] whole = packed.toByteArray();
                Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length - 9));
                yield "cut.gz";
            }
            case NO_GZ -> write("plain.gz", good);
            case EMPTY -> write(input.file, "");
            case BOM -> write(input.file, "\uFEFF" + good);
            case CRLF -> write(input.file, good.replace("\n", "\r\n"));
        };
    }

    private String write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return name;
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return Set.copyOf(files.map(Path::toString).toList());
        }
    }
}
