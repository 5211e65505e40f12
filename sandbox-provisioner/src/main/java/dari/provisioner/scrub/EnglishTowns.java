package dari.provisioner.scrub;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Towns and postal codes as written in North America, and towns of anywhere that a word announces or a list knows. */
final class EnglishTowns {

    private static final String CODES =
            "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY";

    private static final String NAMES =
            "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Korea|South Korea|Canada|Ontario|Mexico|India|China|Japan|UK|England|Ireland|Australia";

    static final String STATE = "(?:" + CODES + ")";
    static final String STATE_NAME = "(?:" + NAMES + ")";
    static final String ZIP = "[0-9]{5}(?:-[0-9]{4})?(?![0-9])";
    static final String WORD = "[A-Z][A-Za-z'-]+\\.?";

    private static final StartedForm REGION_CODE = StartedForm.ofWords("", CODES, "\\b");
    private static final StartedForm REGION_NAME = StartedForm.ofWords("", NAMES, "\\b(?!\\s[A-Z])");

    private static final Pattern COUNTY =
            Pattern.compile("\\b(?:[A-Z][a-z]+\\s)?[A-Z][a-z]{2,}\\s(?:County|Township)\\b(?!\\s[A-Z])");

    private static final Pattern TOWN_STATE = Pattern.compile("(?<![A-Za-z])(?<t>" + WORD + "(?:\\s" + WORD
            + "){0,2}),\\s{0,2}(?:(?<s>" + STATE + ")|" + STATE_NAME + ")\\b(?:\\s{1,2}" + ZIP + ")?");

    private static final Pattern STATE_BEFORE = Pattern.compile("\\b(?:" + STATE + "|" + STATE_NAME + "),?\\s{1,2}$");

    private static final Pattern ZIP_CODE = Pattern.compile("[0-9]{5}(?:-[0-9]{4})?(?![0-9])");

    private static final Pattern ZIP_CUE = Pattern.compile("\\b(?:zip(?: ?code)?|postal code|postcode)[:\\s]{1,3}$");

    private static final Pattern TOWN_CUE = Pattern.compile(
            "\\b(?:[Ll]iv(?:es|ed|ing) (?:alone )?in|[Rr]esid(?:es|ed|ing|ent) (?:in|of)|[Gg]rew up in|[Mm]ov(?:ed|ing) (?:here )?(?:to|from)|[Bb]orn(?: and raised)? in|[Rr]aised in|[Vv]isiting from|[Nn]ative of|[Hh]ometown(?: of| is|:)|[Rr]elocat(?:ed|ing) (?:to|from)|[Tt]ravel(?:ed|led|ing) (?:to|from)|[Rr]eturned from|[Vv]acation(?:ing)? in|[Tt]rip to|[Oo]riginally from|[Hh]ails from|[Cc]omes from|[Ee]migrated from|[Ii]mmigrated from|[Tt]own of|[Cc]ity of|[Hh]ome in)$");

    private static final Pattern CAPITAL_WORDS = Pattern.compile(WORD + "(?:\\s" + WORD + "){0,2}");

    /** A town by what it lies on or in: Stratford-upon-Avon. */
    private static final Pattern HYPHENED =
            Pattern.compile("\\b[A-Z][a-z]+-(?:on|upon|in|under|le)-(?:the-)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\\b");

    private static final List<String> TOWN_LINKS = List.of(" in ", " of ", " from ", " to ", " is ", "town: ");

    private static final Pattern NO_TOWN_AFTER = Pattern.compile(
            "^(?:'s)?\\s(?:stage|staging|classification|criteria|score|scale|grade|grading|nomenclature|consensus|definition|moderate|severe|mild|scar|form|uni|EBNT|negative|positive|rules?|questionnaire|B[1-3]|A[GL]?|C|J|[IV]{1,3})\\b|^\\s?\\d");

    private static final Pattern IN = Pattern.compile(
            "(?:(?:^|\\s)(?:in|near|outside|outside of|from|(?:[Dd]rov?e|[Dd]rives|[Dd]riving|[Ff]lew|[Ff]ly|[Ff]lying|[Rr]eturn(?:s|ed|ing)?|[Bb]ack|[Hh]ome|[Ww]ent|[Gg]oes|[Gg]oing|[Tt]rip|[Cc]ommutes?|[Cc]ommuting|[Mm]oves?|[Mm]oved|[Vv]isit(?:s|ed|ing)?|[Ss]ent|[Dd]rive) to|[Vv]isit(?:s|ed|ing)?)|\\ba)\\s$");

    private static final int LONGEST_IN = 16;

    /** Of the words of {@link #IN}. */
    private static final LetterPairs IN_ENDS = LetterPairs.ofEnds(
            List.of("in", "near", "outside", "of", "from", "to", "visit", "visits", "visited", "visiting"));

    /** What follows a town where "a" stands before it. */
    private static final Pattern OF_TOWN = Pattern.compile("[ -](?:native|resident|man|woman|boy|girl|area|born)\\b");

    private static final Set<String> TOWN_STARTS = WordSet.of(
            "new san santa los las el la le fort port mount north south east west upper lower saint st lake grand palm des baton cedar oak rock");

    private final Lexicon lexicon;
    private final LatinWords lists;

    EnglishTowns(Lexicon lexicon, LatinWords lists) {
        this.lexicon = lexicon;
        this.lists = lists;
    }

    /** Towns and codes that signs or words around them tell. */
    void claim(Claims claims) {
        String text = claims.text();
        DigitRuns numbers = claims.numbers();
        int comma = text.indexOf(',');
        for (int run = 0; run < numbers.count(); run++) {
            int at = numbers.start(run);
            if (numbers.length(run) < DIGITS_OF_A_ZIP || (at > 0 && Character.isLetter(text.charAt(at - 1)))) {
                continue;
            }
            for (; comma >= 0 && comma < at; comma = text.indexOf(',', comma + 1)) {
                region(claims, comma);
            }
            if (!claims.isTaken(at)) {
                postalCode(claims, text, at);
            }
        }
        for (; comma >= 0; comma = text.indexOf(',', comma + 1)) {
            region(claims, comma);
        }
        if (claims.has(Mark.HYPHENED_TOWN)) {
            all(claims, HYPHENED);
        }
        if (claims.has(Mark.COUNTY)) {
            all(claims, COUNTY);
        }
        char[] pairs = claims.pairs();
        for (int at = 2; at < text.length(); at++) {
            if (LINK_ENDS.has(pairs[at - 2]) && text.charAt(at - 1) == ' ' && Character.isUpperCase(text.charAt(at))) {
                for (String link : TOWN_LINKS) {
                    if (text.startsWith(link, at - link.length())) {
                        announced(claims, at - link.length(), at);
                    }
                }
            }
        }
    }

    private static final LetterPairs LINK_ENDS = LetterPairs.ofEnds(TOWN_LINKS);

    private void announced(Claims claims, int link, int start) {
        String text = claims.text();
        Matcher town = Window.at(CAPITAL_WORDS, text, start);
        if (town.lookingAt()
                && TOWN_CUE.matcher(text.substring(Math.max(0, link - LONGEST_CUE), start - 1))
                        .find()) {
            claimCued(claims, start, town.group());
        }
    }

    private static final int LONGEST_CUE = 30;

    /** Whether a state or country begins here, behind blanks or not. */
    private static boolean isRegion(String text, int at) {
        int start = at;
        while (start < text.length() && start - at < 2 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return REGION_CODE.isAt(text, start) || REGION_NAME.isAt(text, start);
    }

    private void region(Claims claims, int comma) {
        String text = claims.text();
        if (isRegion(text, comma + 1)) {
            Matcher state = Window.at(TOWN_STATE, text, townStart(text, comma));
            if (state.lookingAt()) {
                claimTownWithState(claims, state);
            }
        }
    }

    /** Five digits behind a state or a word for them. */
    private static void postalCode(Claims claims, String text, int at) {
        Matcher zip = Window.at(ZIP_CODE, text, at);
        if (zip.lookingAt()) {
            Matcher state =
                    STATE_BEFORE.matcher(text).region(Math.max(0, at - 20), at).useTransparentBounds(true);
            Matcher cue = ZIP_CUE.matcher(Window.before(text, at));
            if (state.find()) {
                if (state.group().startsWith("ID") && !text.startsWith(ZIP_OF_IDAHO, at)) {
                    return; // a number that is announced
                }
                claims.claim(state.start(), zip.end(), IdentifierType.ADDRESS);
            } else if (cue.find()) {
                claims.claim(at, zip.end(), IdentifierType.ADDRESS);
            }
        }
    }

    private static final String ZIP_OF_IDAHO = "83";

    private static final int DIGITS_OF_A_ZIP = 5;

    private static void all(Claims claims, Pattern form) {
        for (Matcher found = form.matcher(claims.text()); found.find(); ) {
            claims.claim(found.start(), found.end(), IdentifierType.ADDRESS);
        }
    }

    /** Where the capitals before a comma begin. */
    private static int townStart(String text, int comma) {
        int start = comma;
        for (int word = 0; word < 3; word++) {
            int at = start - (word == 0 ? 0 : 1);
            int letters = at;
            while (letters > 0
                    && (Token.isLatin(text.charAt(letters - 1)) || "'-.".indexOf(text.charAt(letters - 1)) >= 0)) {
                letters--;
            }
            if (letters == at || !Character.isUpperCase(text.charAt(letters))) {
                break;
            }
            start = letters;
            if (start == 0 || text.charAt(start - 1) != ' ') {
                break;
            }
        }
        return start;
    }

    /** Towns of the list, wherever they stand; after organisations have taken theirs. */
    void claimListed(Claims claims) {
        String text = claims.text();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 'A' && c <= 'Z' && (at == 0 || !Token.isLatin(text.charAt(at - 1)))) {
                int end = endOfCapitals(text, at);
                if (end > at) {
                    claimListed(claims, at, text.substring(at, end));
                    if (mayBeIn(text, at)
                            && IN.matcher(text.substring(Math.max(0, at - LONGEST_IN), at))
                                    .find()
                            && isTown(text.substring(at, end))
                            && (!text.startsWith("a ", at - 2)
                                    || Window.at(OF_TOWN, text, end).lookingAt())
                            && !isJoined(text, end)) {
                        claims.claim(at, end, IdentifierType.ADDRESS);
                    }
                    at = end - 1;
                }
            }
        }
    }

    private static final int MOST_CAPITALS = 4;

    private static final String SAINT = "St. ";

    /** Where up to four words with one capital each end, of which the first may have {@code St.} before it; {@code at} if none begins. */
    private static int endOfCapitals(String text, int at) {
        if (at > 0 && text.charAt(at - 1) == '.') {
            return at;
        }
        int named = at + SAINT.length();
        boolean saint = text.startsWith(SAINT, at) && endOfCapital(text, named) > named;
        int end = endOfCapital(text, saint ? named : at);
        for (int word = 1; word < MOST_CAPITALS && end > at && end < text.length(); word++) {
            int next = Character.isWhitespace(text.charAt(end)) ? endOfCapital(text, end + 1) : end;
            if (next <= end + 1) {
                break;
            }
            end = next;
        }
        return end;
    }

    /** Where a capital and the small letters behind it end; {@code at} if there are none. */
    private static int endOfCapital(String text, int at) {
        if (at >= text.length() || text.charAt(at) < 'A' || text.charAt(at) > 'Z') {
            return at;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        return end > at + 1 ? end : at;
    }

    private static boolean mayBeIn(String text, int at) {
        return at > 1
                && Character.isWhitespace(text.charAt(at - 1))
                && (text.charAt(at - 2) == 'a' || IN_ENDS.has(text, at - 3));
    }

    /** Whether the public lists know words as a place and as nothing that a note says in small letters. */
    private boolean isTown(String run) {
        String[] words = Lexicon.lower(run).split(" ", -1);
        for (int i = 0; i < words.length - 1; i++) {
            if (!TOWN_STARTS.contains(words[i]) && !isPlaceAlone(words[i])) {
                return false;
            }
        }
        return isPlaceAlone(words[words.length - 1]);
    }

    private boolean isPlaceAlone(String lower) {
        int known = lists.of(lower);
        return (known & LatinWords.PLACE) != 0
                && (known & LatinWords.WORD) == 0
                && !lexicon.isOrdinary(lower)
                && !lexicon.isEponym(lower);
    }

    private static boolean isJoined(String text, int end) {
        return end < text.length()
                && ("'-/".indexOf(text.charAt(end)) >= 0 || Character.isLetterOrDigit(text.charAt(end)));
    }

    /** @param run of capitals */
    private void claimListed(Claims claims, int start, String run) {
        String[] words = run.split(" ", -1);
        int at = start;
        for (int i = 0; i < words.length; i++) {
            if (lexicon.startsPlace(Lexicon.lower(words[i]))
                    && !NO_TOWN_AFTER
                            .matcher(Window.after(claims.text(), start + run.length()))
                            .find()) {
                String two = i + 1 < words.length ? Lexicon.lower(words[i] + " " + words[i + 1]) : "";
                String three = i + 2 < words.length ? two + " " + Lexicon.lower(words[i + 2]) : "";
                String one = Lexicon.lower(words[i]);
                if (lexicon.isPlace(three)) {
                    claims.claim(at, at + three.length(), IdentifierType.ADDRESS);
                } else if (lexicon.isPlace(two) && !lexicon.isAmbiguous(two)) {
                    claims.claim(at, at + two.length(), IdentifierType.ADDRESS);
                } else if (lexicon.isPlace(one)
                        && words.length == 1
                        && !lexicon.isAmbiguous(one)
                        && !lexicon.isGiven(one)
                        && !lexicon.isFamily(one)) {
                    claims.claim(at, at + one.length(), IdentifierType.ADDRESS);
                }
            }
            at += words[i].length() + 1;
        }
    }

    /** {@code Tulsa, OK}; but {@code John Smith, MD} and {@code Physical Therapy, PA} are no towns. */
    private void claimTownWithState(Claims claims, Matcher found) {
        String town = Lexicon.lower(found.group("t"));
        boolean zip = Character.isDigit(found.group().charAt(found.group().length() - 1));
        boolean code = found.group("s") != null;
        String[] words = found.group("t").split(" ", -1);
        for (int from = 0; from < words.length; from++) {
            String tail = String.join(" ", Arrays.copyOfRange(words, from, words.length));
            boolean last = from == words.length - 1
                    || Arrays.stream(words, from, words.length)
                            .noneMatch(w -> lexicon.isOrdinary(Lexicon.lower(w)) || lexicon.isGiven(Lexicon.lower(w)));
            boolean known = lexicon.isPlace(Lexicon.lower(tail));
            boolean degree = code && found.group("s").matches("MD|PA|OR|IN|ME|OK|HI|ID|MA|MS|LA|AL|CO|DE|PT|DO");
            if (known
                    || (last
                            && (zip
                                    || (!code && !lexicon.isOrdinary(town))
                                    || (code && !degree && !lexicon.isOrdinary(Lexicon.lower(tail)))))) {
                int start = found.start()
                        + found.group("t").length()
                        - (zip && !known ? found.group("t").length() : tail.length());
                claims.claim(start, found.end(), IdentifierType.ADDRESS);
                return;
            }
        }
    }

    private void claimCued(Claims claims, int start, String words) {
        int end = start;
        for (String word : words.split(" ", -1)) {
            String plain = Lexicon.lower(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
            if (lexicon.isOrdinary(plain)
                    && !lexicon.isPlace(plain)
                    && !plain.matches("new|los|san|fort|saint|st|south|north|east|west|upper|lower|point|little")) {
                break;
            }
            end = (end == start ? end : end + 1) + word.length();
            if (word.endsWith(".") && !plain.matches("st|ft|mt")) {
                end--;
                break;
            }
        }
        claims.claim(start, end, IdentifierType.ADDRESS);
    }
}
