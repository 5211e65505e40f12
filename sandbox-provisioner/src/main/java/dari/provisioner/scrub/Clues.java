package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the learned model looks at: of every unit the word, its beginning and end, its form, what the lists and nori's dictionary say
 * of it, and its neighbours. Each clue is a row of {@link SequenceModel}'s table. Not thread-safe.
 */
final class Clues {

    private static final int MOST = 64;
    private static final int FIELD_REACH = 60;

    private final WordClues words;

    Clues(WordClues words) {
        this.words = words;
    }

    List<int[]> of(String text, List<Unit> units) {
        return new OfNote(text, units).all();
    }

    private final class OfNote {
        private final String text;
        private final List<Unit> units;
        private final WordClues.Word[] found;
        private final int[] gaps;
        private final int[] fields;
        private final Set<String> small = new HashSet<>();
        private final int mood;
        private final int[] rows = new int[MOST];
        private int count;

        OfNote(String text, List<Unit> units) {
            this.text = text;
            this.units = units;
            int n = units.size();
            found = new WordClues.Word[n];
            gaps = new int[n + 1];
            fields = new int[n];
            int capitals = 0;
            int shouted = 0;
            int latin = 0;
            for (int i = 0; i < n; i++) {
                Unit unit = units.get(i);
                found[i] = words.of(text.substring(unit.wordStart(), unit.wordEnd()), unit.kind());
                gaps[i] = gap(i == 0 ? 0 : units.get(i - 1).end(), unit.start(), i == 0);
                fields[i] = field(i);
                if (unit.kind() == Unit.Kind.LATIN) {
                    char first = text.charAt(unit.start());
                    latin++;
                    capitals += Character.isUpperCase(first) ? 1 : 0;
                    shouted += found[i].shouted() ? 1 : 0;
                    if (Character.isLowerCase(first)) {
                        small.add(found[i].lower());
                    }
                }
            }
            gaps[n] = 1;
            mood = shouted * 2 > latin ? 2 : capitals * 12 <= latin ? 1 : 0;
        }

        private int gap(int from, int to, boolean first) {
            if (first) {
                return 1;
            }
            int hash = 7;
            for (int i = from; i < to && i < from + 3; i++) {
                char c = text.charAt(i);
                hash = hash * 31 + (c == ' ' && i > from && text.charAt(i - 1) == ' ' ? 0 : c);
            }
            return text.substring(from, to).indexOf('\n') >= 0 ? 2 : hash;
        }

        /** The word before the last colon of the line. */
        private int field(int i) {
            int start = units.get(i).wordStart();
            if (i > 0 && units.get(i - 1).wordStart() == start) {
                return fields[i - 1];
            }
            for (int at = start - 1; at >= Math.max(0, start - FIELD_REACH); at--) {
                char c = text.charAt(at);
                if (c == '\n' || c == '.') {
                    return 0;
                }
                if (c == ':' || c == '：') {
                    for (int k = i - 1; k >= 0; k--) {
                        if (units.get(k).end() <= at) {
                            return found[k].hash();
                        }
                    }
                    return 0;
                }
            }
            return 0;
        }

        List<int[]> all() {
            List<int[]> all = new ArrayList<>(units.size());
            for (int i = 0; i < units.size(); i++) {
                count = 0;
                if (units.get(i).kind() == Unit.Kind.HANGUL) {
                    hangul(i);
                } else {
                    latin(i);
                }
                all.add(Arrays.copyOf(rows, count));
            }
            return all;
        }

        private void add(int template, int value) {
            rows[count++] = WordClues.row(template, value);
        }

        private void add(int template, int a, int b) {
            add(template, a * 0x01000193 + b);
        }

        private void add(int template, int a, int b, int c) {
            add(template, (a * 0x01000193 + b) * 0x01000193 + c);
        }

        /** The neighbouring word, not syllable: so many units before or behind. */
        private int neighbour(int i, int step) {
            int at = i;
            for (int k = 0; k < Math.abs(step) && at >= 0 && at < units.size(); k++) {
                int edge = units.get(at).wordStart();
                do {
                    at += Integer.signum(step);
                } while (at >= 0 && at < units.size() && units.get(at).wordStart() == edge);
            }
            return at >= 0 && at < units.size() ? at : -1;
        }

        private int hash(int at) {
            return at < 0 ? 3 : found[at].hash();
        }

        private int shape(int at) {
            return at < 0 ? 3 : found[at].shape();
        }

        private int flags(int at) {
            return at < 0 ? 512 : found[at].flags();
        }

        private void latin(int i) {
            WordClues.Word word = found[i];
            int gap = gaps[i];
            int behind = gaps[i + 1];
            int before = neighbour(i, -1);
            int before2 = before < 0 ? -1 : neighbour(before, -1);
            int after = neighbour(i, 1);
            int after2 = after < 0 ? -1 : neighbour(after, 1);
            int seen = small.contains(word.lower()) ? 1 : 0;
            boolean number = units.get(i).kind() == Unit.Kind.NUMBER;
            int form = word.shape() * 4 + mood;
            int flags = word.flags();
            for (int own : word.own()) {
                rows[count++] = own;
            }
            add(20, form, flags, seen);
            add(21, hash(before));
            add(22, hash(before), gap);
            add(23, hash(before), hash(before2));
            add(24, hash(after));
            add(25, hash(after), behind);
            add(26, hash(after2));
            add(27, hash(before2));
            add(28, shape(before), form, shape(after));
            add(29, gap, form);
            add(30, behind, form);
            add(31, flags(before), flags, form);
            add(32, flags(after), flags, form);
            add(33, fields[i], word.shape());
            add(34, hash(before), form);
            add(35, hash(after), form);
            add(36, gap, behind, form);
            add(37, hash(before), number ? word.shape() : flags);
            add(38, shape(before) * 31 + gap, shape(before2), form);
            add(39, shape(after) * 31 + behind, shape(after2), form);
        }

        private void hangul(int i) {
            Unit unit = units.get(i);
            WordClues.Word word = found[i];
            String w = word.lower();
            int n = w.length();
            int p = unit.start() - unit.wordStart();
            int place = Math.min(p, 6) * 8 + Math.min(n, 7);
            char c = w.charAt(p);
            char left = p > 0 ? w.charAt(p - 1) : '^';
            char right = p + 1 < n ? w.charAt(p + 1) : '$';
            int before = neighbour(i, -1);
            int before2 = before < 0 ? -1 : neighbour(before, -1);
            int after = neighbour(i, 1);
            int gap = gaps[i - p];
            int behind = gaps[i - p + n];
            int tail = WordClues.part(w, p + 1, n);
            int head = WordClues.part(w, 0, p + 1);
            int verdict = word.shape();
            int flags = word.flags();
            add(40, c);
            add(41, left, c);
            add(42, c, right);
            add(43, left, c, right);
            add(44, place);
            add(45, place, tail);
            add(46, head, 1);
            add(47, word.hash(), Math.min(p, 6));
            add(48, tail, Math.min(p, 6), flags);
            add(49, verdict, place);
            add(50, flags, place);
            add(51, flags, verdict, place);
            add(52, hash(before), gap, Math.min(p, 3));
            add(53, end(before, 2), gap, Math.min(p, 3));
            add(54, end(before, 1), gap, place);
            add(55, hash(after), behind, p);
            add(56, hash(after), tail, flags);
            add(57, hash(before), flags, place);
            add(58, gap, place, flags);
            add(59, behind, place, flags);
            add(60, fields[i], place);
            add(61, fields[i], flags);
            add(62, hash(before2), Math.min(p, 3));
            add(63, p + 2 < n ? w.charAt(p + 2) : '$', c, right);
            add(64, p > 1 ? w.charAt(p - 2) : '^', left, c);
            add(65, WordClues.part(w, Math.max(0, n - 2), n), place);
            add(66, WordClues.part(w, Math.max(0, n - 3), n), Math.min(p, 6));
            add(67, shape(before), gap, place);
            add(68, shape(after), behind, place);
        }

        private int end(int at, int syllables) {
            if (at < 0) {
                return 3;
            }
            String w = found[at].lower();
            return WordClues.part(w, Math.max(0, w.length() - syllables), w.length());
        }
    }
}
