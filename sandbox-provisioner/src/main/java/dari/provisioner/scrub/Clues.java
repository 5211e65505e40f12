package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the learned model looks at: of every unit the word, its beginning and end, its form, what the lists and nori's dictionary say
 * of it, and its neighbours. Each clue is a row of {@link SequenceModel}'s table. Not thread-safe.
 */
final class Clues {

    /** More than any unit has beside those of its word. */
    private static final int MOST = 40;

    private static final int FIELD_REACH = 60;

    /** Stands for a gap with the end of a line in it. */
    private static final int NEW_LINE = 2;

    /** Stands for the hash, ending or form of a word before the first or behind the last. */
    private static final int EDGE = 3;

    private static final int EDGE_FLAGS = 512;

    private final WordClues words;

    Clues(WordClues words) {
        this.words = words;
    }

    /** The rows of each unit, as learning needs them. */
    List<int[]> of(String text, List<Unit> units) {
        OfNote note = new OfNote(text, units, List.of(), new Fractions(text));
        List<int[]> all = new ArrayList<>(units.size());
        for (int unit = 0; unit < units.size(); unit++) {
            int[] own = note.own(unit);
            note.look(unit);
            int[] rows = Arrays.copyOf(own, own.length + note.count);
            System.arraycopy(note.rows, 0, rows, own.length, note.count);
            all.add(rows);
        }
        return all;
    }

    /**
     * What a model makes of them: the sum of unit u and tag t at {@code u * Tag.COUNT + t}.
     *
     * @param tokens of the same text, whose words keep their clues
     * @param fractions of the same text
     */
    int[] sums(String text, List<Unit> units, List<Token> tokens, Fractions fractions, SequenceModel model) {
        OfNote note = new OfNote(text, units, tokens, fractions);
        int[] sums = new int[units.size() * Tag.COUNT];
        for (int unit = 0; unit < units.size(); unit++) {
            note.look(unit);
            int at = unit * Tag.COUNT;
            note.addOwn(unit, sums, at);
            model.add(note.rows, note.count, sums, at);
        }
        return sums;
    }

    private final class OfNote {
        private final String text;
        private final List<Unit> units;

        /** The word of each unit. */
        private final int[] wordOf;

        /** By word. */
        private final KnownWord[] found;

        private final int[] firstUnits;
        private final int[] gaps;
        private final int[] fields;
        private final Chunks chunks;

        /** By word: the place in its line and how many words that has, as far as they tell lists and headings from sentences. */
        private final int[] places;

        private final SmallWords small;
        private final int mood;
        private final Fractions fractions;
        private final int wordCount;
        private final int[] rows = new int[MOST];
        private int count;

        OfNote(String text, List<Unit> units, List<Token> tokens, Fractions fractions) {
            this.text = text;
            this.units = units;
            this.fractions = fractions;
            int n = units.size();
            wordOf = new int[n];
            int[] firsts = new int[n];
            int word = -1;
            int edge = -1;
            for (int i = 0; i < n; i++) {
                int start = units.get(i).wordStart();
                if (start != edge) {
                    edge = start;
                    firsts[++word] = i;
                }
                wordOf[i] = word;
            }
            wordCount = word + 1;
            firstUnits = firsts;
            found = new KnownWord[wordCount];
            gaps = new int[wordCount + 1];
            small = new SmallWords(wordCount);
            fields = new int[wordCount];
            mood = readWords(tokens);
            chunks = new Chunks(text, units, firstUnits, wordCount);
            places = places();
        }

        /** @return 2 where most Latin words are in capitals, 1 where hardly any has one, else 0 */
        private int readWords(List<Token> tokens) {
            int capitals = 0;
            int shouted = 0;
            int latin = 0;
            int end = 0;
            int t = 0;
            FieldOfLine field = new FieldOfLine();
            for (int w = 0; w < wordCount; w++) {
                Unit unit = units.get(firstUnits[w]);
                while (t < tokens.size() && tokens.get(t).start() < unit.wordStart()) {
                    t++;
                }
                found[w] = t < tokens.size() && unit.isWhole(tokens.get(t))
                        ? words.of(tokens.get(t).word(), unit.kind())
                        : words.of(text, unit.wordStart(), unit.wordEnd(), unit.kind());
                gaps[w] = w == 0 ? 1 : gap(end, unit.wordStart());
                fields[w] = field.of(w, end, unit.wordStart());
                end = unit.wordEnd();
                if (unit.kind() == Unit.Kind.LATIN) {
                    char first = text.charAt(unit.start());
                    latin++;
                    capitals += Character.isUpperCase(first) ? 1 : 0;
                    shouted += found[w].shouted() ? 1 : 0;
                    if (Character.isLowerCase(first)) {
                        small.add(found[w].hash());
                    }
                }
            }
            gaps[wordCount] = 1;
            return shouted * 2 > latin ? 2 : capitals * 12 <= latin ? 1 : 0;
        }

        private int gap(int from, int to) {
            int hash = 7;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c == '\n') {
                    return NEW_LINE;
                }
                if (i < from + 3) {
                    hash = hash * 31 + (c == ' ' && i > from && text.charAt(i - 1) == ' ' ? 0 : c);
                }
            }
            return hash;
        }

        /** The word before the last colon of the sentence or line, if it is near. */
        private final class FieldOfLine {
            private int colon = -1;
            private int hash;

            /** @param from end of the word before */
            int of(int word, int from, int to) {
                for (int at = from; at < to; at++) {
                    char c = text.charAt(at);
                    if (c == '\n' || c == '.') {
                        colon = -1;
                    } else if (c == ':') {
                        colon = at;
                        hash = word == 0 ? 0 : found[word - 1].hash();
                    }
                }
                return colon >= 0 && colon >= to - FIELD_REACH ? hash : 0;
            }
        }

        private int[] places() {
            int[] all = new int[wordCount];
            for (int w = 0; w < wordCount; ) {
                int end = w + 1;
                while (end < wordCount && gaps[end] != NEW_LINE) {
                    end++;
                }
                int length = end - w < 4 ? end - w : end - w < 8 ? 4 : 5;
                for (int k = w; k < end; k++) {
                    all[k] = 1 + Math.min(k - w, 3) + 4 * (k == end - 1 ? 1 : 0) + 8 * length;
                }
                w = end;
            }
            return all;
        }

        /** Clues of the run of words around a word that has a digit in it. */
        private void chunk(int w) {
            int first = chunks.first(w);
            int shape = chunks.shape(w);
            if (shape != 0) {
                int before = hash(first - 1);
                add(79, shape);
                add(80, shape, before);
                add(81, shape, hash(chunks.last(w) + 1));
                add(82, shape, fields[first]);
                add(83, shape, ending(first - 1, 1));
                add(84, before, w - first);
            }
        }

        /** The rows that the unit's word has by itself. */
        int[] own(int unit) {
            int word = wordOf[unit];
            return found[word].own(unit - firstUnits[word]);
        }

        void addOwn(int unit, int[] sums, int at) {
            int word = wordOf[unit];
            found[word].addOwn(unit - firstUnits[word], sums, at);
        }

        /** Finds the rows that come from what stands around a unit. */
        void look(int unit) {
            count = 0;
            int word = wordOf[unit];
            if (units.get(unit).kind() == Unit.Kind.HANGUL) {
                hangul(word, unit - firstUnits[word]);
            } else {
                latin(word, units.get(unit).kind() == Unit.Kind.NUMBER);
                fraction(units.get(unit), word);
                chunk(word);
            }
        }

        private void fraction(Unit unit, int word) {
            boolean above = unit.end() < text.length() && text.charAt(unit.end()) == '/';
            boolean below = unit.start() > 0 && text.charAt(unit.start() - 1) == '/';
            if (unit.kind() == Unit.Kind.NUMBER && above != below) {
                int clue = fractions.clue(above ? unit.end() : unit.start() - 1);
                if (clue >= 0) {
                    add(12, clue, above ? 1 : 0);
                    add(13, clue, above ? hash(word + 2) : hash(word - 2));
                    add(14, clue, above ? hash(word - 1) : hash(word + 1));
                }
            }
        }

        private void add(int template, int value) {
            rows[count++] = WordClues.row(template, value);
        }

        private void add(int template, int a, int b) {
            add(template, WordClues.mixed(a, b));
        }

        private void add(int template, int a, int b, int c) {
            add(template, WordClues.mixed(WordClues.mixed(a, b), c));
        }

        private boolean isOutside(int word) {
            return word < 0 || word >= wordCount;
        }

        private int hash(int word) {
            return isOutside(word) ? EDGE : found[word].hash();
        }

        private int shape(int word) {
            return isOutside(word) ? EDGE : found[word].shape();
        }

        private int flags(int word) {
            return isOutside(word) ? EDGE_FLAGS : found[word].flags();
        }

        private int cluster(int word) {
            return isOutside(word) ? EDGE : found[word].cluster();
        }

        private int ending(int word, int syllables) {
            return isOutside(word) ? EDGE : found[word].ending(syllables);
        }

        private void latin(int w, boolean number) {
            KnownWord word = found[w];
            int gap = gaps[w];
            int behind = gaps[w + 1];
            int before = hash(w - 1);
            int after = hash(w + 1);
            int seen = small.has(word.hash()) ? 1 : 0;
            int form = word.shape() * 4 + mood;
            int flags = word.flags();
            add(20, form, flags, seen);
            add(21, before);
            add(22, before, gap);
            add(23, before, hash(w - 2));
            add(24, after);
            add(25, after, behind);
            add(26, hash(w + 2));
            add(27, hash(w - 2));
            add(28, shape(w - 1), form, shape(w + 1));
            add(29, gap, form);
            add(30, behind, form);
            add(31, flags(w - 1), flags, form);
            add(32, flags(w + 1), flags, form);
            add(33, fields[w], word.shape());
            add(34, before, form);
            add(35, after, form);
            add(36, gap, behind, form);
            add(37, before, number ? word.shape() : flags);
            add(38, shape(w - 1) * 31 + gap, shape(w - 2), form);
            int cluster = word.cluster();
            add(75, cluster(w - 1), gap);
            add(76, cluster(w + 1), behind);
            add(77, WordClusters.branch(cluster(w - 1), 8), WordClusters.branch(cluster, 8), gap);
            add(78, WordClusters.branch(cluster(w + 1), 8), WordClusters.branch(cluster, 8), behind);
            add(39, shape(w + 1) * 31 + behind, shape(w + 2), form);
            add(85, places[w], form, flags);
            add(86, before, after);
        }

        /** @param p which syllable of the word */
        private void hangul(int w, int p) {
            KnownWord word = found[w];
            int near = Math.min(p, 3);
            int place = word.place(p);
            int gap = gaps[w];
            int behind = gaps[w + 1];
            int before = hash(w - 1);
            int after = hash(w + 1);
            int flags = word.flags();
            add(52, before, gap, near);
            add(53, ending(w - 1, 2), gap, near);
            add(54, ending(w - 1, 1), gap, place);
            add(55, after, behind, p);
            add(56, after, word.tail(p), flags);
            add(57, before, flags, place);
            add(58, gap, place, flags);
            add(59, behind, place, flags);
            add(60, fields[w], place);
            add(61, fields[w], flags);
            add(62, hash(w - 2), near);
            add(67, shape(w - 1), gap, place);
            add(68, shape(w + 1), behind, place);
            add(87, places[w], place, flags);
            add(88, before, after, place);
        }
    }
}
