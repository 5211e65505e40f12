package dari.provisioner.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** The word lists of this package, written by hand. Immutable. */
final class Lexicon {

    /** Words that are also something else carry this mark in the lists. */
    private static final String AMBIGUOUS = "~";

    private static final Pattern BLANK = Pattern.compile(" ");
    private static final Pattern NO_WORD = Pattern.compile("[^\\wÀ-ɏḀ-ỿ'-]");

    private final Set<String> ambiguous = new HashSet<>();
    private final Set<String> given = words("english-given.txt");
    private final Set<String> family = words("english-family.txt");
    private final Set<String> eponyms = words("english-eponyms.txt", "clinical-eponyms.txt");
    private final Set<String> ordinary = words("english-words.txt", "clinical-words.txt");
    private final Set<String> places = words("english-places.txt");
    private final Set<String> organisations = words("english-organisations.txt");
    private final Set<String> placeStarts = firstWords(places, BLANK);
    private final Set<String> organisationStarts = firstWords(organisations, NO_WORD);
    private final Map<String, Set<String>> korean = new HashMap<>();

    Lexicon() {
        sections("korean-words.txt");
        sections("korean-organisations.txt");
        sections("korean-places.txt");
    }

    /** A list of words by itself, for a rule that asks nothing else. */
    static Set<String> list(String file) {
        return WordSet.of(String.join(" ", lines(file)));
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists with phrases separate them by bars, all others by spaces. */
    private Set<String> words(String... files) {
        Set<String> words = new HashSet<>();
        for (String file : files) {
            add(file, words);
        }
        return words;
    }

    private void add(String file, Set<String> words) {
        boolean phrases = file.equals("english-organisations.txt");
        for (String line : lines(file)) {
            for (String word : line.split(phrases || line.contains("|") ? "\\|" : " ", -1)) {
                String plain = word.startsWith(AMBIGUOUS) ? word.substring(1) : word;
                if (!plain.isEmpty()) {
                    words.add(plain);
                    if (!plain.equals(word)) {
                        ambiguous.add(plain);
                    }
                }
            }
        }
    }

    private static Set<String> firstWords(Set<String> phrases, Pattern behind) {
        Set<String> words = new HashSet<>();
        phrases.forEach(phrase -> words.add(behind.split(phrase, 2)[0]));
        return words;
    }

    private void sections(String file) {
        for (String line : lines(file)) {
            int colon = line.indexOf(':');
            korean.put(
                    line.substring(0, colon),
                    WordSet.of(line.substring(colon + 1).strip()));
        }
    }

    /** A section of the Korean lists. */
    Set<String> korean(String section) {
        return Objects.requireNonNull(korean.get(section), section);
    }

    static String lower(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c > 0x7f || (c >= 'A' && c <= 'Z')) {
                return word.toLowerCase(Locale.ROOT);
            }
        }
        return word;
    }

    boolean isGiven(String lower) {
        return given.contains(lower);
    }

    boolean isFamily(String lower) {
        if (family.contains(lower)) {
            return true;
        }
        int hyphen = lower.indexOf('-');
        return hyphen > 0
                && (family.contains(lower.substring(0, hyphen)) || family.contains(lower.substring(hyphen + 1)));
    }

    boolean isEponym(String lower) {
        int hyphen = lower.indexOf('-');
        return eponyms.contains(lower)
                || (hyphen > 0
                        && (eponyms.contains(lower.substring(0, hyphen))
                                || eponyms.contains(lower.substring(hyphen + 1))));
    }

    boolean isPlace(String lower) {
        return places.contains(lower);
    }

    /** Whether a place of the list begins with this word and what is joined to it, as {@code st.} is. */
    boolean startsPlace(String lower) {
        return placeStarts.contains(lower);
    }

    /** Whether an organisation of the list begins with this word. */
    boolean startsOrganisation(String lower) {
        return organisationStarts.contains(lower);
    }

    boolean isOrganisation(String lower) {
        return organisations.contains(lower);
    }

    /** A name or place that is also an ordinary word or an eponym. */
    boolean isAmbiguous(String lower) {
        return ambiguous.contains(lower) || ordinary.contains(lower) || isEponym(lower);
    }

    /** A name of the lists that is also a word: Young, Grace, Park. */
    boolean isAmbiguousName(String lower) {
        return given.contains(lower) || isFamily(lower);
    }

    /** Whether a word of notes is known to name nobody, by list or by its ending. */
    boolean isOrdinary(String lower) {
        if (ordinary.contains(lower)) {
            return true;
        }
        if (given.contains(lower) || family.contains(lower)) {
            return false;
        }
        return hasOrdinaryEnding(lower)
                || (lower.endsWith("s") && ordinary.contains(lower.substring(0, lower.length() - 1)));
    }

    private static boolean hasOrdinaryEnding(String lower) {
        int n = lower.length();
        if (n < 6) {
            return false;
        }
        for (int length = 2; length <= LONGEST_ENDING; length++) {
            if (ENDINGS.contains(lower.substring(Math.max(0, n - length)))) {
                return true;
            }
        }
        return false;
    }

    private static final int LONGEST_ENDING = 9;

    /** Endings that hardly any name has: of English abstract nouns and of medical and drug words. */
    private static final Set<String> ENDINGS =
            WordSet.of("tion sion ment ness ology ologist itis osis asis emia aemia uria pathy ectomy otomy ostomy "
                    + "plasty scopy scope graphy gram metry therapy mycin cillin azole olol pril sartan statin "
                    + "gliptin gliflozin mab tinib ciclib oxacin cycline dipine prazole tidine setron triptan "
                    + "zepam zolam caine profen parin xaban grel phylline terol sone solone nide ical able ible "
                    + "ous ive ity ated ized ised ation ance ence ically ingly edly ally trophy plegia paresis "
                    + "algia rrhea rrhage lysis genic toxic static cyte cytes penia megaly oma omas amine idine "
                    + "etine zine afil ing less ful ship scopic surgical oxide amide bromide chloride peptide "
                    + "phosphate sulfate acetate citrate inal onal ural eral ental ional kinase lipase amylase "
                    + "protease nary tary lary tory apine ivir clovir");
}
