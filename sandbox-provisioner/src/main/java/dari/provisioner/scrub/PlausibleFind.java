package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What no identifier can be, whatever the learned model says: half a Korean word, a verb, a time of day, a letter alone. */
final class PlausibleFind {

    private static final Pattern DATED = Pattern.compile(
            "(?i)(?:19|20)[0-9]{2}|'[0-9]{2}|[0-9]+\\D{1,3}[0-9]|[0-9]{6}|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[0-9]\\s?월|"
                    + "christmas|easter|thanksgiving|hallowe|new year|\\sday\\b|passover|ramadan|michaelmas|midsummer|[0-9]{1,2}(?:st|nd|rd|th)\\b|[0-9]{1,2}일(?![간째분치]|\\s?(?:전|동안|이상|후|뒤|hold|중단|복용|투여))|(?:[5-9][0-9]|[01][0-9]|2[0-6])년(?![간째생]|\\s?(?:전|동안|이상|넘))|[xvi]+\\b|july|설|추석|성탄|크리스마스|어린이날|어버이날|광복절|한글날|현충일");

    private static final Pattern TIME = Pattern.compile(
            "[0-2]?[0-9]:[0-5][0-9].{0,3}|[0-2]?[0-9][:h][0-5][0-9](?:[ ,~→-]{1,3}[0-2]?[0-9][:h][0-5][0-9]){0,3}|[0-2]?[0-9] ?[ap]m?|[0-9]{1,2}");

    private static final int YEAR = 4;

    private static final Set<String> MONTHS_THAT_ARE_WORDS = WordSet.of("may march mar");

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;
    private final LatinWords lists;
    private final Lexicon lexicon;

    PlausibleFind(KoreanGrammar grammar, KoreanMorphology morphology, LatinWords lists, Lexicon lexicon) {
        this.grammar = grammar;
        this.morphology = morphology;
        this.lists = lists;
        this.lexicon = lexicon;
    }

    /**
     * @param units of the whole note
     * @param from first unit of the find
     * @param to behind its last
     * @param whole whether it is all that the model saw there, and no rest of what rules took
     */
    boolean holds(String text, List<Unit> units, int from, int to, IdentifierType type, boolean whole) {
        Unit first = units.get(from);
        Unit last = units.get(to - 1);
        String words = text.substring(first.start(), last.end());
        if (type == IdentifierType.DATE) {
            return DATED.matcher(text)
                            .region(Math.max(0, first.start() - 1), last.end())
                            .useTransparentBounds(true)
                            .find()
                    && !TIME.matcher(words).matches()
                    && !(words.length() == YEAR && EnglishDates.isMeasure(text, last.end()))
                    && !MONTHS_THAT_ARE_WORDS.contains(words)
                    && !DECIMALS.matcher(words).matches()
                    && !(VALUE.matcher(words).matches()
                            && UNIT.matcher(Window.after(text, last.end())).lookingAt())
                    && !VALUE_WITH_UNIT.matcher(words).matches()
                    && !BEHIND_DECIMAL
                            .matcher(text)
                            .region(Math.max(0, first.start() - REACH), last.end())
                            .useTransparentBounds(true)
                            .find();
        }
        if (type != IdentifierType.NAME && type != IdentifierType.ORGANIZATION) {
            return type == IdentifierType.ADDRESS ? isAddress(text, first, last, whole) : isNumber(text, first, last);
        }
        if (first.kind() == Unit.Kind.HANGUL && first.start() != first.wordStart() && !isGlued(first)) {
            return false;
        }
        if (last.kind() == Unit.Kind.HANGUL && !isGlued(last) && !endsWell(text, units, from, to, type)) {
            return false;
        }
        return first.kind() == Unit.Kind.HANGUL
                || (to - from == 1 ? isLatinName(words, type) : hasLatinName(text, units.subList(from, to)));
    }

    /** Two decimals or more, or one that no month and day has: 2.1, 1.7 and 24.62/24.40. */
    private static final Pattern DECIMALS = Pattern.compile(
            "[0-9]+\\.[0-9]+(?:[ ,/~|-]{1,2}[0-9]+(?:\\.[0-9]+)?)++|(?:1[3-9]|[2-9][0-9])\\.[0-9]+|[0-9]+\\.(?:0|3[2-9]|[4-9][0-9])");

    /** A decimal, or from one number to another. */
    private static final Pattern VALUE = Pattern.compile("[0-9]{1,2}(?:\\.[0-9]{1,2}|-[0-9]{1,2})");

    private static final String UNITS =
            "(?:%|kg|g|ng|pg|mcg|mg|mv|ms|hz|ml|l|cc|cm|mm|u|iu|meq|mmol|mmhg|msec|sec|yrs?|wks?|°|℃|도|점|배|초|배속)(?![a-z])";

    private static final Pattern UNIT = Pattern.compile("\\s?" + UNITS);

    private static final Pattern VALUE_WITH_UNIT =
            Pattern.compile("[0-9]{1,2}\\.[0-9]{1,2} ?" + UNITS, Pattern.CASE_INSENSITIVE);

    /** One more of a row of them: 2.1, 1.7. */
    private static final Pattern BEHIND_DECIMAL =
            Pattern.compile("(?<![0-9.])[0-9]{1,2}\\.[0-9]{1,2}[,/ ]{1,2}[0-9]{1,2}\\.[0-9]{1,2}$");

    private static final int REACH = 8;

    private static final Pattern MEASURED =
            Pattern.compile("^\\s?(?:cc|ml|mg|g|kg|mcg|회|분|초|번|도|점|개|명|%|시간|일간)(?![A-Za-z가-힣])");
    private static final Pattern SEX_AND_AGE =
            Pattern.compile("[MF][ /]?[0-9]{1,3}|[0-9]{1,3}[hdwmy]|[0-9]{1,3}(?:-[0-9]{1,3}){1,3}");
    /** Some times of day in a row, as of doses. */
    private static final Pattern TIMES =
            Pattern.compile("(?:[01][0-9]|2[0-3])[0-5]0(?:[ ,/-]{1,2}(?:[01][0-9]|2[0-3])[0-5]0){1,7}");

    /** Codes of what was done and why, which the payers of a country share. */
    private static final Pattern BILLED = Pattern.compile(
            "\\b(?:cpt|hcpcs|drg|icd(?:-10)?|loinc|snomed|rev(?:enue)? code|modifier|billed)s?\\b[^\\n:;]{0,16}$");

    private static final int FEWEST_DIGITS = 3;

    /** Neither an English word in small letters nor something measured. */
    private boolean isAddress(String text, Unit first, Unit last, boolean whole) {
        String words = text.substring(first.start(), last.end());
        boolean small = whole && first.start() == last.start() && (lists.of(words) & LatinWords.WORD) != 0;
        return words.length() > 1
                && !small
                && !(Character.isDigit(words.charAt(words.length() - 1))
                        && MEASURED.matcher(Window.after(text, last.end())).find());
    }

    /** Some digits, or one with letters; no sex with an age, no values in a row, nothing that an arrow makes one of two. */
    private static boolean isNumber(String text, Unit first, Unit last) {
        String words = text.substring(first.start(), last.end());
        boolean valued = text.startsWith(" ->", last.end())
                || text.startsWith("→", last.end())
                || text.startsWith("-> ", Math.max(0, first.start() - 3))
                || text.startsWith("→", Math.max(0, first.start() - 1));
        long digits = words.chars().filter(Character::isDigit).count();
        boolean lettered = digits > 0 && words.chars().anyMatch(Character::isLetter);
        return (digits >= FEWEST_DIGITS || lettered)
                && !valued
                && !SEX_AND_AGE.matcher(words).matches()
                && !TIMES.matcher(words).matches()
                && !DECIMALS.matcher(words).matches()
                && !BILLED.matcher(Window.before(text, first.start())).find();
    }

    /** Whether some word of several can be part of a name: not an abbreviation, not a word of notes. */
    private boolean hasLatinName(String text, List<Unit> found) {
        return found.stream()
                .filter(unit -> unit.kind() == Unit.Kind.LATIN)
                .map(unit -> text.substring(unit.start(), unit.end()))
                .anyMatch(word -> isListed(Lexicon.lower(word))
                        || (!isAbbreviation(word) && !lexicon.isOrdinary(Lexicon.lower(word))));
    }

    private boolean isListed(String lower) {
        return (lists.of(lower) & (LatinWords.GIVEN | LatinWords.FAMILY)) != 0;
    }

    /** Short and in capitals, without a vowel, or small. */
    private static boolean isAbbreviation(String word) {
        return (word.length() <= LONGEST_ABBREVIATION && EnglishWords.isShouted(word))
                || Character.isLowerCase(word.charAt(0))
                || VOWELLESS.matcher(word).matches();
    }

    private static final int LONGEST_ABBREVIATION = 4;
    private static final Pattern VOWELLESS = Pattern.compile("[^aeiouyAEIOUYÀ-ɏḀ-ỿ]+");

    private boolean isLatinName(String word, IdentifierType type) {
        boolean small = Character.isLowerCase(word.charAt(0));
        String lower = Lexicon.lower(word);
        boolean listed = isListed(lower);
        return word.length() > 1
                && !(small && (!listed || (lists.of(word) & LatinWords.WORD) != 0))
                && !(type == IdentifierType.NAME
                        && isAbbreviation(word)
                        && (!listed || EnglishWords.isShouted(word))
                        && !mayBeInitials(word, lower))
                && word.chars().anyMatch(Character::isLetter);
    }

    /** Two or three capitals that no list has as an abbreviation. */
    private boolean mayBeInitials(String word, String lower) {
        return EnglishWords.isShouted(word)
                && word.length() <= 3
                && !lexicon.isOrdinary(lower)
                && (lists.of(lower) & LatinWords.WORD) == 0;
    }

    /** Whether its word is so long that it is a sentence without blanks. */
    private static boolean isGlued(Unit syllable) {
        return syllable.wordEnd() - syllable.wordStart() >= GLUED;
    }

    private static final int GLUED = 10;

    /** Whether a find ends where its word does, or where particles or a title begin, and is no word of the dictionary alone. */
    private boolean endsWell(String text, List<Unit> units, int from, int to, IdentifierType type) {
        Unit last = units.get(to - 1);
        String tail = text.substring(last.end(), last.wordEnd());
        if (type == IdentifierType.NAME && units.get(from).wordStart() == last.wordStart()) {
            String stem = text.substring(units.get(from).start(), last.end());
            if (grammar.isNoName(stem) || (!grammar.isTitled(tail) && isWord(stem))) {
                return false;
            }
        }
        return KoreanGrammar.isBare(tail)
                || grammar.isTitled(tail)
                || (type == IdentifierType.ORGANIZATION && "과팀실부".indexOf(tail.charAt(tail.length() - 1)) >= 0);
    }

    /** A word of the dictionary whose syllables make no given name. Longer names fall apart into words too often to ask more. */
    private boolean isWord(String stem) {
        KoreanMorphology.Verdict verdict = morphology.of(stem);
        int surname = grammar.surname(stem);
        boolean named = grammar.couldBeGiven(stem.length() == 2 ? stem : stem.substring(surname));
        boolean couldBe = named && !verdict.verbal() && (surname > 0 || stem.length() == 2);
        if (couldBe || verdict.proper() == stem.length()) {
            return false;
        }
        return stem.length() == 2
                ? verdict.verbal() || verdict.noun() == 2
                : verdict.noun() >= stem.length() && verdict.first() >= stem.length();
    }
}
