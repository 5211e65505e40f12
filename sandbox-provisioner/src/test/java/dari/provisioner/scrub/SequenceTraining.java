package dari.provisioner.scrub;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Learns {@link SequenceModel} from {@link TrainingNotes}: an averaged perceptron over rows of tags (Collins 2002). No held-out half
 * and no blind set is read. {@code SequenceTraining FOLDER OUT NOTES [FOLD]}: FOLDER holds the labelled sets and {@code training/};
 * with FOLD 0 to 4 a fifth of the open templates is left out of learning.
 */
final class SequenceTraining {

    private static final List<String> SETS =
            List.of("notes-ko.jsonl", "notes-en.jsonl", "second.jsonl", "unseen.jsonl", "fourth.jsonl", "fifth.jsonl");

    /** Has no held-out half. */
    private static final String WHOLE = "seventh.jsonl";

    static final int FOLDS = 5;

    /** Weights are stored in so many parts of one, at most 127 parts. */
    private static final double PARTS = 4;

    private static final double MARGIN = 5;

    private final float[] weights = new float[SequenceModel.ROWS * Tag.COUNT];
    private final float[] spread = new float[weights.length];
    private final float[] pairs = new float[Tag.COUNT * Tag.COUNT];
    private final float[] spreadPairs = new float[pairs.length];
    private float step = 1;

    private SequenceTraining() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int notes = Integer.parseInt(args[2]);
        int fold = args.length > 3 ? Integer.parseInt(args[3]) : -1;
        Lexicon lexicon = new Lexicon();
        LatinWords lists = new LatinWords();
        KoreanGrammar grammar = new KoreanGrammar(lexicon);
        WordClues words = new WordClues(lexicon, lists, grammar, new KoreanMorphology(), null);
        Clues clues = new Clues(words);
        Random random = new Random(20241126);
        List<Evaluation.Labelled> open = Stream.concat(
                        TrainingNotes.openHalves(
                                SETS.stream().map(folder::resolve).toList())
                                .stream(),
                        Evaluation.read(folder.resolve(WHOLE), Evaluation.Half.ALL).stream())
                .filter(note -> fold < 0 || fold(note.id()) != fold)
                .toList();
        TrainingNotes source = new TrainingNotes(
                new InventedWords(lexicon, random),
                random,
                open,
                List.of(part(folder, "en.txt", 0), part(folder, "ko.txt", 0)),
                List.of(part(folder, "en.txt", 1), part(folder, "ko.txt", 1)));
        SequenceTraining training = new SequenceTraining();
        int wrong = 0;
        for (int i = 1; i <= notes; i++) {
            TrainingNotes.Note note = source.next();
            FoldedText folded = FoldedText.of(note.text());
            List<Unit> units = Unit.of(folded.text());
            if (units.isEmpty()) {
                continue;
            }
            words.hide(note.hidden());
            wrong += training.learn(clues.of(folded.text(), units), TrainingNotes.tags(note, folded, units));
            if (i % 5000 == 0) {
                System.err.println(i + " notes, wrong units in the last 5000: " + wrong);
                wrong = 0;
            }
        }
        training.write(Path.of(args[1]));
    }

    static int fold(String id) {
        return Math.floorMod(id.replaceFirst("#.*", "").hashCode(), FOLDS);
    }

    /** The sentences before ({@code 0}) or after ({@code 1}) the line with an equals sign. */
    private static List<String> part(Path folder, String file, int part) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("training").resolve(file), StandardCharsets.UTF_8);
        int middle = lines.indexOf("=");
        return new ArrayList<>(part == 0 ? lines.subList(0, middle) : lines.subList(middle + 1, lines.size()))
                .stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .toList();
    }

    /** @return units that were labelled wrongly */
    private int learn(List<int[]> clues, Tag[] right) {
        int[] guessed = guess(clues, right);
        int wrong = 0;
        for (int i = 0; i < guessed.length; i++) {
            int tag = right[i].ordinal();
            if (guessed[i] != tag) {
                wrong++;
                for (int row : clues.get(i)) {
                    change(weights, spread, row * Tag.COUNT + tag, 1);
                    change(weights, spread, row * Tag.COUNT + guessed[i], -1);
                }
            }
            if (i > 0 && (guessed[i] != tag || guessed[i - 1] != right[i - 1].ordinal())) {
                change(pairs, spreadPairs, right[i - 1].ordinal() * Tag.COUNT + tag, 1);
                change(pairs, spreadPairs, guessed[i - 1] * Tag.COUNT + guessed[i], -1);
            }
        }
        step++;
        return wrong;
    }

    private void change(float[] of, float[] spreadOf, int at, float by) {
        of[at] += by;
        spreadOf[at] += by * step;
    }

    /** Viterbi; a wrong tag gets a bonus, so that the right row must win by a margin. */
    private int[] guess(List<int[]> clues, Tag[] right) {
        int n = clues.size();
        double[] best = new double[Tag.COUNT];
        double[] next = new double[Tag.COUNT];
        byte[] from = new byte[n * Tag.COUNT];
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < Tag.COUNT; b++) {
                double own = b == right[i].ordinal() ? 0 : MARGIN;
                for (int row : clues.get(i)) {
                    own += weights[row * Tag.COUNT + b];
                }
                double most = i == 0 ? 0 : Double.NEGATIVE_INFINITY;
                for (int a = 0; a < Tag.COUNT && i > 0; a++) {
                    double score = best[a] + pairs[a * Tag.COUNT + b];
                    if (score > most) {
                        most = score;
                        from[i * Tag.COUNT + b] = (byte) a;
                    }
                }
                next[b] = most + own;
            }
            double[] swap = best;
            best = next;
            next = swap;
        }
        int tag = 0;
        for (int t = 1; t < Tag.COUNT; t++) {
            tag = best[t] > best[tag] ? t : tag;
        }
        int[] tags = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            tags[i] = tag;
            tag = from[i * Tag.COUNT + tag];
        }
        return tags;
    }

    private void write(Path out) throws IOException {
        try (OutputStream file = Files.newOutputStream(out);
                DataOutputStream data = new DataOutputStream(new GZIPOutputStream(file) {
                    {
                        def.setLevel(Deflater.BEST_COMPRESSION);
                    }
                })) {
            data.write(bytes(pairs, spreadPairs));
            data.write(bytes(weights, spread));
        }
    }

    private byte[] bytes(float[] of, float[] spreadOf) {
        byte[] bytes = new byte[of.length];
        int clipped = 0;
        for (int i = 0; i < bytes.length; i++) {
            long value = Math.round(PARTS * (of[i] - spreadOf[i] / step));
            clipped += Math.abs(value) > 127 ? 1 : 0;
            bytes[i] = (byte) Math.max(-127, Math.min(127, value));
        }
        System.err.println("clipped " + clipped + " of " + bytes.length);
        return bytes;
    }
}
