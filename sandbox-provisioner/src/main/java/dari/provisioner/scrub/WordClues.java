package dari.provisioner.scrub;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link Clues} knows of a word by itself, from lists, forms and nori's dictionary; remembered, for words repeat. Not thread-safe. */
final class WordClues {

    /** Bits behind those of {@link LatinWords}. */
    private static final int EPONYM = 16;

    private static final int CLINICAL = 32;
    private static final int KOREAN = 64;
    private static final int SHAPED = 128;

    /** Of Hangul words. */
    private static final int NO_CLUSTER = 2;

    private final Lexicon lexicon;
    private final LatinWords lists;
    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;
    private final @Nullable SequenceModel model;

    /** Of words that no {@link Word} is made of. */
    private final WordMemory<KnownWord> known = new WordMemory<>(KnownWord[]::new, WordMemory.BYTES_OF_THREAD / 8);

    private Set<String> hidden = Set.of();

    /** @param model whose weights are summed up for each word once; null while it is learned */
    WordClues(
            Lexicon lexicon,
            LatinWords lists,
            KoreanGrammar grammar,
            KoreanMorphology morphology,
            @Nullable SequenceModel model) {
        this.model = model;
        this.lexicon = lexicon;
        this.lists = lists;
        this.grammar = grammar;
        this.morphology = morphology;
    }

    /** While learning: names that no list shall know, for there will be such. */
    void hide(Set<String> lowerWords) {
        hidden = lowerWords;
    }

    /** Two values as one. */
    static int mixed(int a, int b) {
        return a * 0x01000193 + b;
    }

    /** The row of a clue: its kind and value mixed as MurmurHash3 ends (public domain). */
    static int row(int template, int value) {
        int h = (value ^ (template * 0x9e3779b1)) * 0x85ebca6b;
        h ^= h >>> 15;
        h *= 0xc2b2ae35;
        return (h ^ (h >>> 14)) & (SequenceModel.ROWS - 1);
    }

    private static final int FACTOR = 31;

    static int part(String word, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * FACTOR + word.charAt(i);
        }
        return hash;
    }

    /** Of a word that keeps them. */
    KnownWord of(Word word, Unit.Kind kind) {
        KnownWord clues = word.clues();
        if (clues == null) {
            clues = found(word.text(), kind);
            word.keep(clues);
        }
        return clues;
    }

    /** Of the word of a text from here to there. */
    KnownWord of(String text, int from, int to, Unit.Kind kind) {
        if (!hidden.isEmpty()) {
            return found(text.substring(from, to), kind);
        }
        long hash = WordMemory.hash(text, from, to);
        KnownWord word = known.get(hash);
        if (word == null) {
            word = found(text.substring(from, to), kind);
            known.put(hash, word);
        }
        return word;
    }

    private KnownWord found(String written, Unit.Kind kind) {
        return kind == Unit.Kind.HANGUL ? hangulWord(written) : latinWord(written);
    }

    private KnownWord hangulWord(String w) {
        int n = w.length();
        KoreanMorphology.Verdict whole = morphology.of(w);
        KoreanMorphology.Verdict own = n > 3 ? morphology.of(w.substring(0, 3)) : whole;
        int verdict = Math.min(whole.proper(), 4)
                + 5 * Math.min(whole.noun(), 4)
                + 25 * Math.min(whole.stem(), 4)
                + 125 * ((whole.verbal() ? 1 : 0) + (whole.unknown() ? 2 : 0) + (whole.fragments() ? 4 : 0))
                + 1000 * (Math.min(own.proper(), 3) + 4 * Math.min(own.noun(), 3));
        int flags = hangulFlags(w);
        int[] heads = heads(w);
        int[] tails = tails(w);
        int[][] rows = new int[n][];
        for (int p = 0; p < n; p++) {
            rows[p] = ofSyllable(w, p, heads, tails[p], verdict, flags);
        }
        return new KnownWord(w, false, heads[n - 1], verdict, flags, NO_CLUSTER, tails, rows, model);
    }

    /** As {@link #part} of what ends with each syllable; in one walk, for a word can be a whole text without a blank. */
    private static int[] heads(String w) {
        int[] heads = new int[w.length()];
        int sum = 0;
        int power = 1;
        for (int p = 0; p < heads.length; p++) {
            sum = sum * FACTOR + w.charAt(p);
            power *= FACTOR;
            heads[p] = (p + 1) * power + sum;
        }
        return heads;
    }

    /** The same of what stands behind each syllable. */
    private static int[] tails(String w) {
        int[] tails = new int[w.length()];
        int sum = 0;
        int power = 1;
        for (int p = tails.length - 1; p >= 0; p--) {
            tails[p] = (tails.length - 1 - p) * power + sum;
            sum += w.charAt(p) * power;
            power *= FACTOR;
        }
        return tails;
    }

    private static int[] ofSyllable(String w, int p, int[] heads, int tail, int verdict, int flags) {
        int n = w.length();
        int place = Math.min(p, 6) * 8 + Math.min(n, 7);
        char c = w.charAt(p);
        char left = p > 0 ? w.charAt(p - 1) : '^';
        char right = p + 1 < n ? w.charAt(p + 1) : '$';
        OfWord own = new OfWord();
        own.add(40, c);
        own.add(41, mixed(left, c));
        own.add(42, mixed(c, right));
        own.add(43, mixed(mixed(left, c), right));
        own.add(44, place);
        own.add(45, mixed(place, tail));
        own.add(46, mixed(heads[p], 1));
        own.add(47, mixed(heads[n - 1], Math.min(p, 6)));
        own.add(48, mixed(mixed(tail, Math.min(p, 6)), flags));
        own.add(49, mixed(verdict, place));
        own.add(50, mixed(flags, place));
        own.add(51, mixed(mixed(flags, verdict), place));
        own.add(63, mixed(mixed(p + 2 < n ? w.charAt(p + 2) : '$', c), right));
        own.add(64, mixed(mixed(p > 1 ? w.charAt(p - 2) : '^', left), c));
        own.add(65, mixed(part(w, Math.max(0, n - 2), n), place));
        own.add(66, mixed(part(w, Math.max(0, n - 3), n), Math.min(p, 6)));
        own.add(69, mixed(place, c));
        return own.rows();
    }

    /** Which beginnings could be a name, and whether the rest is a title or particles. */
    private int hangulFlags(String w) {
        int n = w.length();
        int surname = grammar.surname(w);
        int flags = surname == 2 ? 3 : surname == 1 ? (grammar.isCommonSurname(w.substring(0, 1)) ? 2 : 1) : 0;
        int given = 0;
        if (surname > 0 && n >= surname + 2) {
            String name = w.substring(surname, surname + 2);
            given = !hidden.contains(name) && grammar.isGiven(name) ? 2 : grammar.couldBeGiven(name) ? 1 : 0;
            flags += 16 * rest(w.substring(surname + 2));
        }
        if (n >= 2) {
            String name = w.substring(0, 2);
            flags += 64 * (!hidden.contains(name) && grammar.isGiven(name) ? 2 : grammar.couldBeGiven(name) ? 1 : 0);
            flags += 256 * rest(w.substring(2));
        }
        return flags + 4 * given + (grammar.isNoName(w) ? 1024 : 0) + (grammar.isPlace(w) ? 2048 : 0);
    }

    private int rest(String tail) {
        return tail.isEmpty() ? 3 : KoreanGrammar.isBare(tail) ? 2 : grammar.isTitled(tail) ? 1 : 0;
    }

    private KnownWord latinWord(String written) {
        String lower = Lexicon.lower(EnglishWords.withoutGenitive(written));
        int n = lower.length();
        int shape = shapeOf(written);
        int flags = hidden.contains(lower) ? 0 : flagsOf(lower);
        int hash = part(lower, 0, n);
        OfWord own = new OfWord();
        own.add(1, 0);
        own.add(2, hash);
        own.add(3, shape);
        own.add(4, part(lower, Math.max(0, n - 2), n));
        own.add(5, part(lower, Math.max(0, n - 3), n));
        own.add(6, part(lower, Math.max(0, n - 4), n));
        own.add(7, part(lower, 0, Math.min(3, n)));
        own.add(15, part(lower, 0, Math.min(4, n)));
        own.add(16, part(lower, Math.max(0, n - 5), n));
        own.add(8, flags);
        own.add(9, flags * 8191 + shape);
        own.add(10, hash * 31 + shape);
        int cluster = hidden.contains(lower) && (hash & 1) == 0 ? 0 : lists.cluster(lower);
        own.add(70, cluster);
        own.add(71, WordClusters.branch(cluster, 6));
        own.add(72, WordClusters.branch(cluster, 10));
        own.add(73, cluster * 31 + shape);
        own.add(74, WordClusters.branch(cluster, 8) * 8191 + flags);
        for (int i = 0; i + 3 <= n && i < 8 && n < 20; i++) {
            own.add(11, part(lower, i, i + 3));
        }
        boolean shouted = n > 1 && EnglishWords.isShouted(written);
        return new KnownWord(
                lower, shouted, hash, shape, flags, cluster, KnownWord.NO_TAILS, new int[][] {own.rows()}, model);
    }

    private static final class OfWord {
        private final int[] rows = new int[32];
        private int count;

        void add(int template, int value) {
            rows[count++] = row(template, value);
        }

        int[] rows() {
            return Arrays.copyOf(rows, count);
        }
    }

    private int flagsOf(String lower) {
        int flags = lists.of(lower);
        flags |= lexicon.isGiven(lower) ? LatinWords.GIVEN : 0;
        flags |= lexicon.isFamily(lower) ? LatinWords.FAMILY : 0;
        flags |= lexicon.isPlace(lower) ? LatinWords.PLACE : 0;
        flags |= lexicon.isEponym(lower) ? EPONYM : 0;
        flags |= lexicon.isOrdinary(lower) || NameCues.isPerson(lower) ? CLINICAL : 0;
        flags |= RomanisedKorean.isGiven(lower) ? KOREAN : 0;
        flags |= NameShapes.isFamily(lower) ? SHAPED : 0;
        return flags;
    }

    /** Capitals, small letters and digits as A, a, 9, repeats beyond two left out; years and small numbers apart. */
    private static int shapeOf(String written) {
        int shape = 1;
        int last = 0;
        int run = 0;
        boolean number = written.chars().allMatch(c -> c >= '0' && c <= '9');
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            int kind = Character.isDigit(c) ? 1 : Character.isUpperCase(c) ? 2 : Character.isLetter(c) ? 3 : 4;
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= (kind == 1 ? 9 : 2)) {
                shape = shape * 5 + kind;
            }
        }
        if (number && written.length() == 4 && (written.startsWith("19") || written.startsWith("20"))) {
            return 11;
        }
        if (number && written.length() <= 2) {
            int value = Integer.parseInt(written);
            return 12 + (value == 0 ? 0 : value <= 12 ? 1 : value <= 31 ? 2 : 3) + (written.charAt(0) == '0' ? 4 : 0);
        }
        return shape;
    }
}
