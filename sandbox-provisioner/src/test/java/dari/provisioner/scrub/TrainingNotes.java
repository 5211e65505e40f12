package dari.provisioner.scrub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Labelled notes without end, to learn from: sentences of {@code training/*.txt} with invented words put in, and the open halves of
 * the hand-written sets with every name, organisation and number, and some of the other words, drawn anew.
 */
final class TrainingNotes {

    /** @param hidden words that no list shall know while this note is learned */
    record Note(String text, List<Evaluation.Label> labels, Set<String> hidden) {}

    private static final Pattern SLOT = Pattern.compile("\\{(.)}");

    /** Notes of one line shorter than this are put together to longer ones. */
    private static final int LINE = 100;

    private final InventedWords words;
    private final Random random;
    private final List<Evaluation.Labelled> open;
    private final List<Evaluation.Labelled> lines;

    /** By kind: words of the open notes which identify nobody. */
    private final Map<String, List<String>> others = new HashMap<>();

    private final LatinWords lists;
    private final List<List<String>> named;
    private final List<List<String>> plain;

    /**
     * @param named sentences with slots, of each language
     * @param plain sentences without identifiers, of each language
     */
    TrainingNotes(
            InventedWords words,
            LatinWords lists,
            Random random,
            List<Evaluation.Labelled> open,
            List<List<String>> named,
            List<List<String>> plain) {
        this.words = words;
        this.random = random;
        this.lists = lists;
        this.open = open;
        open.forEach(this::collect);
        this.lines = open.stream().filter(TrainingNotes::isLine).toList();
        this.named = named;
        this.plain = plain;
    }

    static List<Evaluation.Labelled> openHalves(List<Path> sets) {
        return sets.stream()
                .flatMap(set -> Evaluation.read(set, Evaluation.Half.OPEN).stream())
                .toList();
    }

    Note next() {
        Building note = new Building();
        if (words.chance(80)) {
            Evaluation.Labelled from = open.get(random.nextInt(open.size()));
            redrawn(note, from);
            while (isLine(from) && words.chance(85)) { // single lines stand together
                note.text.append(between());
                from = lines.get(random.nextInt(lines.size()));
                redrawn(note, from);
            }
        } else {
            int language = random.nextInt(2);
            int length = 2 + random.nextInt(7);
            for (int i = 0; i < length; i++) {
                List<List<String>> from = words.chance(62) ? named : plain;
                sentence(note, words.of(from.get(words.chance(4) ? 1 - language : language)), language == 0);
                note.text.append(between());
            }
        }
        return note.done();
    }

    private String between() {
        return words.of(List.of(" ", " ", "\n", "\n", "  ", ", ", " / "));
    }

    private static boolean isLine(Evaluation.Labelled note) {
        return note.text().length() < LINE && note.text().indexOf('\n') < 0;
    }

    /** A note under way. */
    private final class Building {
        private final StringBuilder text = new StringBuilder();
        private final List<Evaluation.Label> labels = new ArrayList<>();
        private final Set<String> hidden = new HashSet<>();

        void put(String words, IdentifierType type) {
            labels.add(new Evaluation.Label(text.length(), text.length() + words.length(), type.name()));
            text.append(words);
        }

        Note done() {
            String whole = text.toString();
            if (words.chance(6)) {
                whole = whole.toLowerCase(Locale.ROOT);
            } else if (words.chance(3)) {
                whole = whole.toUpperCase(Locale.ROOT);
            }
            boolean kept = whole.length() == text.length();
            for (Evaluation.Label label : labels) {
                if (!label.type().equals("DATE") && words.chance(35)) {
                    for (Token token : Token.of(text.substring(label.start(), label.end()))) {
                        for (String part : token.text().split("-", -1)) {
                            hidden.add(Lexicon.lower(part));
                            if (token.hangul() && part.length() > 2) {
                                hidden.add(part.substring(1, 3));
                            }
                        }
                    }
                }
            }
            return new Note(kept ? whole : text.toString(), List.copyOf(labels), Set.copyOf(hidden));
        }
    }

    private void sentence(Building note, String pattern, boolean korean) {
        Matcher slot = SLOT.matcher(pattern.replace("\\n", "\n"));
        String source = pattern.replace("\\n", "\n");
        int at = 0;
        while (slot.find()) {
            note.text.append(source, at, slot.start());
            at = slot.end();
            fill(note, slot.group(1).charAt(0), korean);
        }
        note.text.append(source.substring(at));
    }

    private void fill(Building note, char slot, boolean korean) {
        switch (slot) {
            case 'N' ->
                note.put(
                        korean
                                ? words.chance(10) ? words.foreign() : words.korean()
                                : words.chance(8) ? words.romanised() : words.person(),
                        IdentifierType.NAME);
            case 'G' -> note.put(korean ? words.koreanGiven() : words.givenName(), IdentifierType.NAME);
            case 'F' -> note.put(korean ? words.koreanSurname() : words.familyName(), IdentifierType.NAME);
            case 'V' -> note.put(words.foreign(), IdentifierType.NAME);
            case 'R' -> note.put(words.chance(60) ? words.romanised() : words.person(), IdentifierType.NAME);
            case 'O' ->
                note.put(korean ? words.koreanOrganisation() : words.organisation(), IdentifierType.ORGANIZATION);
            case 'C' -> note.put(korean ? words.koreanTown() : words.place(), IdentifierType.ADDRESS);
            case 'A' -> note.put(korean ? words.koreanAddress() : words.address(), IdentifierType.ADDRESS);
            case 'D' -> note.put(korean ? words.koreanDate() : words.date(), IdentifierType.DATE);
            case 'Y' -> note.put(korean ? words.year().replace("'", "") + "년" : words.year(), IdentifierType.DATE);
            case 'M' -> note.put(korean ? words.koreanMonth() : words.month(), IdentifierType.DATE);
            case 'H' -> note.put(words.holiday(korean), IdentifierType.DATE);
            case 'I' -> note.put(words.code(), IdentifierType.ID);
            case 'P' -> note.put(words.phone(korean), IdentifierType.PHONE);
            case 'L' -> note.put(words.mail(), IdentifierType.EMAIL);
            case 'U' -> note.put(words.web(), IdentifierType.URL);
            case 'i' -> note.put(words.initials(), IdentifierType.NAME);
            case 'k' -> note.text.append(words.koreanNoun());
            case 'z' -> note.text.append(words.koreanPredicate());
            case 'j' -> note.text.append(words.loanWord());
            case 'a' -> note.text.append(words.abbreviation());
            case 'm' -> note.text.append(words.medicalWord());
            case 'S' -> note.text.append(words.state());
            case 't' -> note.text.append(words.time());
            case 'q' -> note.text.append(words.measure());
            case 'W' -> note.text.append(InventedWords.title(words.word()));
            case 'w' -> note.text.append(words.word());
            case 'X' -> note.text.append(words.drug(korean));
            case 'E' -> note.text.append(words.eponym());
            case 'n' -> note.text.append(words.small());
            default -> throw new IllegalArgumentException("no such slot: " + slot);
        }
    }

    private void redrawn(Building note, Evaluation.Labelled from) {
        int at = 0;
        List<Evaluation.Label> labels = from.labels().stream()
                .sorted(java.util.Comparator.comparingInt(Evaluation.Label::start))
                .toList();
        for (Evaluation.Label label : labels) {
            if (label.start() < at) {
                continue;
            }
            note.text.append(varied(from.text().substring(at, label.start())));
            at = label.end();
            String old = from.text().substring(label.start(), label.end());
            note.put(words.chance(15) ? old : redrawn(old, label.type()), IdentifierType.valueOf(label.type()));
        }
        note.text.append(varied(from.text().substring(at)));
    }

    /** Words which identify nobody, some of them others: else all that is learned of them is that they are themselves. */
    private String varied(String plain) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (Token token : Token.of(plain)) {
            List<String> like = others.getOrDefault(kind(token.text()), List.of());
            if (!like.isEmpty() && words.chance(token.hangul() ? 8 : 30)) {
                text.append(plain, at, token.start());
                String other = words.of(like);
                text.append(token.hangul() || words.chance(50) ? other : halves(other, words.of(like)));
                at = token.end();
            }
        }
        return otherNumbers(text.append(plain.substring(at)).toString());
    }

    private static final Pattern FRACTION = Pattern.compile("(?<![0-9./])([0-9]{1,2})/([0-9]{1,2})(?![0-9./])");

    private static final Pattern SMALL = Pattern.compile("(?<![0-9./])[0-9]{1,3}(?![0-9./])");

    private static final Pattern PART_OF_DATE = Pattern.compile("(?<![0-9])(?:(?:19|20)[0-9]{2}|[0-9]{1,2})(?![0-9])");

    /** Some numbers which identify nobody, exchanged for others as long; of a fraction what stands above the line, never above what is below. */
    private String otherNumbers(String plain) {
        String fractions = FRACTION.matcher(plain).replaceAll(found -> {
            int above = Integer.parseInt(found.group(1));
            int below = Integer.parseInt(found.group(2));
            return above == 0 || above > below || words.chance(60)
                    ? found.group()
                    : (1 + random.nextInt(below)) + "/" + found.group(2);
        });
        return SMALL.matcher(fractions)
                .replaceAll(found -> words.chance(70) ? found.group() : digitsLike(found.group()));
    }

    private String digitsLike(String number) {
        StringBuilder other = new StringBuilder(number);
        for (int i = number.length() == 1 ? 0 : 1; i < number.length(); i++) {
            other.setCharAt(i, (char) (i == 0 ? '1' + random.nextInt(9) : '0' + random.nextInt(10)));
        }
        return number.equals("0") ? number : other.toString();
    }

    private String otherDay(String date) {
        return PART_OF_DATE.matcher(date).replaceAll(found -> {
            String old = found.group();
            int value = Integer.parseInt(old);
            if (old.length() == 4) {
                return old.substring(0, 2)
                        + (old.startsWith("20") ? "" + random.nextInt(3) : "" + (4 + random.nextInt(6)))
                        + random.nextInt(10);
            }
            int other =
                    value == 0 || value > 31 ? value : value <= 12 ? 1 + random.nextInt(12) : 13 + random.nextInt(19);
            return old.length() == 2 && other < 10 ? "0" + other : Integer.toString(other);
        });
    }

    private static String halves(String a, String b) {
        return a.substring(0, (a.length() + 1) / 2) + b.substring(b.length() / 2);
    }

    /** Words of which others may stand in their places: by length in Hangul, by capitals in Latin letters; else empty. */
    private String kind(String word) {
        if (Token.isHangul(word.charAt(0))) {
            return "한" + Math.min(word.length(), 6);
        }
        if (word.length() < 3
                || !Character.isUpperCase(word.charAt(0))
                || (lists.of(Lexicon.lower(word)) & LatinWords.WORD) != 0) {
            return "";
        }
        return EnglishWords.isShouted(word) ? "A" + Math.min(word.length(), 6) : "Aa";
    }

    private void collect(Evaluation.Labelled note) {
        for (Token token : Token.of(note.text())) {
            String kind = kind(token.text());
            boolean named = note.labels().stream().anyMatch(l -> l.start() < token.end() && token.start() < l.end());
            if (!kind.isEmpty() && !named) {
                others.computeIfAbsent(kind, k -> new ArrayList<>()).add(token.text());
            }
        }
    }

    private String redrawn(String old, String type) {
        boolean hangul = old.chars().anyMatch(c -> Token.isHangul((char) c));
        return switch (IdentifierType.valueOf(type)) {
            case NAME -> hangul ? hangulName(old) : latinName(old);
            case ORGANIZATION -> words.chance(40) ? old : hangul ? words.koreanOrganisation() : words.organisation();
            case ADDRESS ->
                old.length() < 6 || words.chance(30)
                        ? hangul ? words.koreanTown() : old.contains(" ") ? old : words.place()
                        : digits(old);
            case DATE -> words.chance(60) ? otherDay(old) : old;
            case AGE -> old;
            default -> digits(old);
        };
    }

    private String hangulName(String old) {
        return switch (old.length()) {
            case 1 -> words.koreanSurname();
            case 2 -> words.chance(70) ? words.koreanGiven() : old;
            case 3 -> words.korean();
            default -> words.chance(50) ? old : words.foreign();
        };
    }

    /** Every word another one, in the same capitals; initials and particles stay. */
    private String latinName(String old) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        for (Token token : Token.of(old)) {
            name.append(old, at, token.start());
            at = token.end();
            String word = token.text();
            boolean last = at == old.length();
            String other = last ? words.familyName() : words.givenName();
            if (word.length() <= 2
                    || Set.of("van", "von", "der", "den", "del", "bin", "Jr", "III")
                            .contains(word)) {
                name.append(word);
            } else if (EnglishWords.isShouted(word)) {
                name.append(other.toUpperCase(Locale.ROOT));
            } else {
                name.append(Character.isLowerCase(word.charAt(0)) ? other.toLowerCase(Locale.ROOT) : other);
            }
        }
        return name.append(old.substring(at)).toString();
    }

    private String digits(String old) {
        StringBuilder other = new StringBuilder(old);
        for (int i = 0; i < old.length(); i++) {
            if (Character.isDigit(old.charAt(i))) {
                other.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return other.toString();
    }

    /** The tags of a text's units. */
    static Tag[] tags(Note note, FoldedText folded, List<Unit> units) {
        Tag[] tags = new Tag[units.size()];
        java.util.Arrays.fill(tags, Tag.OUTSIDE);
        for (Evaluation.Label label : note.labels()) {
            BitSet inside = new BitSet();
            inside.set(label.start(), label.end());
            for (int i = 0; i < tags.length; i++) {
                if (inside.get(folded.inputStart(units.get(i).start()))) {
                    tags[i] = Tag.of(IdentifierType.valueOf(label.type()));
                }
            }
        }
        return tags;
    }
}
