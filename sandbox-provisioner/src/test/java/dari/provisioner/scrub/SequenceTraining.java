package dari.provisioner.scrub;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Learns {@link SequenceModel} from {@link TrainingNotes} by {@link ChainLearning}. No held-out half and no blind set is read.
 * {@code SequenceTraining FOLDER OUT NOTES [FOLD]}: FOLDER holds the labelled sets and {@code training/};
 * with FOLD 0 to 4 a fifth of the open templates is left out of learning.
 */
final class SequenceTraining {

    private static final List<String> SETS = List.of(
            "notes-ko.jsonl",
            "notes-en.jsonl",
            "second.jsonl",
            "unseen.jsonl",
            "fourth.jsonl",
            "fifth.jsonl",
            "sixth.jsonl",
            "tenth.jsonl",
            "fourteenth.jsonl",
            "sixteenth.jsonl",
            "seventeenth.jsonl",
            "eighteenth.jsonl");

    /** Have no held-out half. */
    private static final List<String> WHOLE =
            List.of("seventh.jsonl", "ordinary.jsonl", "lines.jsonl", "fifteenth.jsonl");

    static final int FOLDS = 5;

    /** Their mean is surer than each: what one has by chance the other has not. */
    private static final int LEARNERS = 4;

    private static final long SEED = 20241126;

    private SequenceTraining() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int notes = Integer.parseInt(args[2]);
        int fold = args.length > 3 ? Integer.parseInt(args[3]) : -1;
        List<ChainLearning> learned = IntStream.range(0, LEARNERS)
                .parallel()
                .mapToObj(learner -> learned(folder, notes, fold, SEED + learner))
                .toList();
        write(ChainLearning.mean(learned), Path.of(args[1]));
    }

    private static ChainLearning learned(Path folder, int notes, int fold, long seed) {
        Lexicon lexicon = new Lexicon();
        LatinWords lists = new LatinWords();
        KoreanGrammar grammar = new KoreanGrammar(lexicon);
        WordClues words = new WordClues(lexicon, lists, grammar, new KoreanMorphology(), null);
        Clues clues = new Clues(words);
        Random random = new Random(seed);
        TrainingNotes source = source(folder, fold, lexicon, lists, random);
        ChainLearning learning = new ChainLearning();
        int wrong = 0;
        for (int i = 1; i <= notes; i++) {
            TrainingNotes.Note note = source.next();
            FoldedText folded = FoldedText.of(note.text());
            List<Unit> units = Unit.of(folded.text());
            if (units.isEmpty()) {
                continue;
            }
            words.hide(note.hidden());
            List<int[]> some = clues.of(folded.text(), units).stream()
                    .map(rows -> thinned(rows, random))
                    .toList();
            wrong += learning.learn(some, TrainingNotes.tags(note, folded, units), 1 - (double) i / notes);
            if (i % 20_000 == 0) {
                System.err.println(i + " notes, wrong units in the last 20000: " + wrong);
                wrong = 0;
            }
        }
        return learning;
    }

    private static TrainingNotes source(Path folder, int fold, Lexicon lexicon, LatinWords lists, Random random) {
        List<Evaluation.Labelled> open = Stream.concat(
                        TrainingNotes.openHalves(
                                SETS.stream().map(folder::resolve).toList())
                                .stream(),
                        WHOLE.stream()
                                .flatMap(set -> Evaluation.read(folder.resolve(set), Evaluation.Half.ALL).stream()))
                .filter(note -> fold < 0 || fold(note.id()) != fold)
                .toList();
        return new TrainingNotes(
                new InventedWords(lexicon, random),
                lists,
                random,
                open,
                List.of(part(folder, "en.txt", 0), part(folder, "ko.txt", 0)),
                List.of(part(folder, "en.txt", 1), part(folder, "ko.txt", 1)));
    }

    /** A quarter of a unit's clues left out, others each time: none is relied on alone. */
    private static int[] thinned(int[] rows, Random random) {
        long gone = random.nextLong() & random.nextLong();
        return IntStream.range(0, rows.length)
                .filter(i -> (gone >>> i & 1) == 0)
                .map(i -> rows[i])
                .toArray();
    }

    static int fold(String id) {
        return Math.floorMod(id.replaceFirst("#.*", "").hashCode(), FOLDS);
    }

    /** The sentences before ({@code 0}) or after ({@code 1}) the line with an equals sign. */
    private static List<String> part(Path folder, String file, int part) {
        List<String> lines = lines(folder.resolve("training").resolve(file));
        int middle = lines.indexOf("=");
        return new ArrayList<>(part == 0 ? lines.subList(0, middle) : lines.subList(middle + 1, lines.size()))
                .stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ChainLearning learned, Path out) throws IOException {
        try (OutputStream file = Files.newOutputStream(out);
                DataOutputStream data = new DataOutputStream(new GZIPOutputStream(file) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                })) {
            learned.write(data);
        }
    }
}
