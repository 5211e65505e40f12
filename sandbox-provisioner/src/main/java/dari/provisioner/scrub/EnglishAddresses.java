package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Street addresses, boxes, codes and towns as written in North America, and towns of anywhere that a word announces. */
final class EnglishAddresses {

    private static final String STATE =
            "(?:AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY)";

    private static final String STATE_NAME =
            "(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Korea|South Korea|Canada|Ontario|Mexico|India|China|Japan|UK|England|Ireland|Australia)";

    private static List<String> alternatives(String form) {
        return List.of(form.replace("(?:", "").replace(")", "").split("\\|", -1));
    }

    private static final String ZIP = "[0-9]{5}(?:-[0-9]{4})?(?![0-9])";
    private static final String WORD = "[A-Z][A-Za-z'-]+\\.?";

    private static final String UNIT =
            "(?:,?\\s{1,2}(?:Apt|Apartment|Unit|Suite|Ste|Room|Rm|Floor|Fl|Bldg|Building|Lot|#)\\.?\\s?#?\\s?[A-Za-z0-9-]{1,6})?";
    private static final String TOWN = "(?:,?\\s{1,2}" + WORD + "(?:\\s" + WORD + "){0,3})?";
    private static final String REGION =
            "(?:,?\\s{1,2}(?:" + STATE + "|" + STATE_NAME + ")\\b\\.?)?(?:,?\\s{1,2}" + ZIP + ")?";

    private static final Pattern STREET = Pattern.compile(
            "(?<![0-9./-])[0-9]{1,6}[A-Z]?(?:-[0-9]{1,4})?\\s{1,2}(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.?\\s)?(?:(?:"
                    + WORD
                    + "|[0-9]{1,3}(?:st|nd|rd|th))\\s){1,4}(?:Street|St|Avenue|Ave|Av|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Circle|Cir|Way|Terrace|Ter|Trail|Trl|Parkway|Pkwy|Highway|Hwy|Square|Sq|Loop|Alley|Row|Plaza|Crescent|Close|Pike|Run|Path|Walk|Heights|Ridge|Cove|Point|Gardens|ro|gil|daero)\\b\\.?"
                    + "(?:\\s(?:N|S|E|W|NE|NW|SE|SW)\\b\\.?)?" + UNIT + "(?:,\\s{0,2}" + WORD + "(?:\\s" + WORD
                    + "){0,3}(?=,?\\s{1,2}(?:" + STATE + "|" + STATE_NAME + "|" + ZIP + ")\\b))?"
                    + "(?:\\s" + WORD + "(?:\\s" + WORD + "){0,2}(?=,?\\s(?:" + STATE + ")\\s" + ZIP + "))?" + REGION);

    private static final Pattern BROADWAY =
            Pattern.compile("(?<![0-9./-])[0-9]{1,5}\\s(?:Broadway|Main|Park Ave)\\b" + UNIT + TOWN + REGION);

    private static final Pattern COUNTY_ROAD = Pattern.compile(
            "[0-9]{1,6}\\s(?:(?:N|S|E|W)\\.?\\s)?(?:County|State|Farm|Rural|US|U\\.S\\.)\\s(?:Road|Rd|Route|Rte|Highway|Hwy)\\.?\\s[0-9A-Z]{1,5}"
                    + UNIT + "(?:,\\s" + WORD + "(?:\\s" + WORD + "){0,2})?" + REGION);

    /** With a postcode of the United Kingdom at the end. */
    private static final Pattern BRITISH = Pattern.compile(
            "(?:(?:Flat|Apartment|Unit)\\s[0-9]{1,4}[A-Z]?,\\s)?[0-9]{1,4}[A-Za-z]?\\s[A-Z][\\w'-]+(?:\\s[A-Z][\\w'-]+){0,3}(?:,\\s[A-Z][\\w'-]+(?:\\s[A-Z][\\w'-]+){0,2}){0,3},?\\s[A-Z]{1,2}[0-9][0-9A-Z]?\\s?[0-9][A-Z]{2}\\b");

    private static final Pattern FLAT = Pattern.compile("(?:Flat|Apartment|Unit)\\s[0-9]{1,4}[A-Z]?,\\s$");

    /** A street without a number, where a word says that somebody or something is there. */
    private static final Pattern ON_STREET = Pattern.compile(
            "(?<=\\b(?:on|at|near|off|along|Address)\\s)(?:[A-Z][a-z]+\\s){1,3}(?:Street|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Parkway|Highway|Ct|Court|Circle|Cir|St(?=[.,;\\s]*$|\\.?[,;]))\\b\\.?|(?<=\\b(?:on|at|near)\\s)[0-9]{1,3}(?:st|nd|rd|th) (?:and|&) [A-Z][a-z]+\\b|(?<=\\b(?:on|at|near)\\s)[0-9]{1,3}(?:st|nd|rd|th) (?:Street|St|Avenue|Ave)\\b");

    /** A road by its number, and a house by its own on a ground that needs no streets. */
    private static final StartedForm NUMBERED = StartedForm.of(
            "(?<=\\b(?:on|off|near|along|by|at|of)\\s)(?:(?:Route|Rte\\.?|Highway|Hwy\\.?|Interstate)[- ]|I-)[0-9]{1,3}[A-Z]?\\b|(?:County|Township|Farm) Road [0-9]{1,4}[A-Z]?(?:,\\s[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?\\b)?"
                    + "|(?<=\\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Ss]tays?|[Ss]taying) (?:at|in) |\\b[Aa]ddress:? )(?:Bldg|Building|Barracks|Lot|Space|Trailer)\\.?\\s#?[0-9A-Z]{1,5}(?:,?\\s(?:Rm|Room|Apt|Unit|Fl|Floor|Lot|Space)\\.?\\s#?[0-9A-Z-]{1,6})?(?:,\\s[A-Z][a-z]+(?:\\s[A-Z][a-z]+){0,2})?",
            "Ro Rt Hi Hw In I- Co To Fa Bl Bu Ba Lo Sp Tr");

    private static final List<String> STREET_MARKS = List.of(
            " Street",
            " Ave",
            " Road",
            " Rd",
            " Lane",
            " Ln",
            " Drive",
            " Boulevard",
            " Blvd",
            " Terrace",
            " Parkway",
            " Ct",
            " Court",
            " Cir",
            " St",
            " Highway",
            "th and",
            "st and",
            "nd and",
            "rd and");

    private static final Pattern NO_TOWN_AFTER = Pattern.compile(
            "^(?:'s)?\\s(?:stage|staging|classification|criteria|score|scale|grade|grading|nomenclature|consensus|definition|moderate|severe|mild|scar|form|uni|EBNT|negative|positive|rules?|questionnaire|B[1-3]|A[GL]?|C|J|[IV]{1,3})\\b|^\\s?\\d");

    private static final Pattern LOWER_STREET = Pattern.compile(
            "(?<![0-9./-])[0-9]{1,5}\\s(?:[nsew]\\.?\\s)?[a-z]{3,14}(?:\\s[a-z]{3,12})?\\s(?:street|avenue|ave|road|rd|drive|lane|blvd|boulevard)\\b\\.?(?:\\s(?:apt|unit|#)\\.?\\s?[a-z0-9]{1,4})?");

    private static final List<String> SMALL_STREETS =
            List.of(" street", " ave", " road", " rd", " drive", " lane", " blvd", " boulevard");

    private static final Pattern KOREAN_ROMAN = Pattern.compile(
            "(?:[0-9]{1,4}(?:-[0-9]{1,4})?,?\\s)?(?:[A-Z][a-z][a-z0-9]*(?:-[a-z0-9]+){0,6}-(?:ro|gil|daero|dong|gu|si|do|gun|eup|myeon)\\b(?:\\s[0-9]{1,4}(?:-gil)?)?,?\\s?){1,5}(?:(?:Seoul|Busan|Incheon|Daegu|Korea)\\b)?");

    private static final Pattern PERSON = Pattern.compile("[A-Z][a-z]+-(?:dong|do|si|gu|gun|gil|ro)\\s?");

    private static final Pattern BOX = Pattern.compile(
            "(?i:P\\.?\\s?O\\.?\\s?Box)\\s#?[0-9]{1,6}" + "(?:,\\s" + WORD + "(?:\\s" + WORD + "){0,3})?" + REGION);

    /** A rural route and its box. */
    private static final Pattern ROUTE =
            Pattern.compile("(?:Rural Route|Route|R\\.?\\s?R\\.?|Rte\\.?|HC)\\s#?[0-9]{1,4},?\\s(?i:Box)\\s#?[0-9]{1,6}"
                    + "(?:,\\s" + WORD + "(?:\\s" + WORD + "){0,2})?" + REGION);

    /** The unit before the house: {@code Apt 4B, 221 Elm}. */
    private static final StartedForm UNIT_FIRST = StartedForm.of(
            "(?:Apt|Apartment|Unit|Suite|Ste|Flat)\\.?\\s#?[0-9A-Z-]{1,5},\\s[0-9]{1,6}(?:-[0-9]{1,5})?\\s" + WORD
                    + "(?:\\s" + WORD + "){0,2}(?:,\\s" + WORD + "(?:\\s" + WORD + "){0,2}(?:\\s[0-9]{4,5})?)?",
            "Ap Un Su St Fl");

    /** A house number, a direction and a name, with a unit that says that it is an address. */
    private static final Pattern DIRECTED = Pattern.compile("[0-9]{1,6}\\s(?:N|S|E|W|NE|NW|SE|SW)\\.?\\s" + WORD
            + "(?:,?\\s(?:#|Apt\\.?|Unit)\\s?[0-9A-Z-]{1,6}|(?=,\\s" + WORD + ",\\s(?:" + STATE + ")\\b))");

    private static final Pattern CORNER = Pattern.compile(
            "(?<=\\b(?:corner|intersection) of\\s)(?:[A-Z][a-z]+|[0-9]{1,3}(?:st|nd|rd|th))(?:\\s[A-Z][a-z]+)?\\s(?:and|&)\\s(?:[A-Z][a-z]+|[0-9]{1,3}(?:st|nd|rd|th))(?:\\s(?:St|Ave|Street|Avenue|Rd|Road)\\b)?");

    private static final Pattern COUNTY =
            Pattern.compile("\\b(?:[A-Z][a-z]+\\s)?[A-Z][a-z]{2,}\\s(?:County|Township)\\b(?!\\s[A-Z])");

    private static final Pattern TOWN_STATE = Pattern.compile("(?<![A-Za-z])(?<t>" + WORD + "(?:\\s" + WORD
            + "){0,2}),\\s{0,2}(?:(?<s>" + STATE + ")|" + STATE_NAME + ")\\b(?:\\s{1,2}" + ZIP + ")?");

    private static final Pattern STATE_BEFORE = Pattern.compile("\\b(?:" + STATE + "|" + STATE_NAME + "),?\\s{1,2}$");

    private static final Pattern ZIP_CODE = Pattern.compile("[0-9]{5}(?:-[0-9]{4})?(?![0-9])");

    private static final Pattern ZIP_CUE = Pattern.compile("\\b(?:zip(?: ?code)?|postal code|postcode)[:\\s]{1,3}$");

    private static final Pattern REGION_AFTER_COMMA =
            Pattern.compile(",\\s{0,2}(?:" + STATE + "\\b|" + STATE_NAME + "\\b(?!\\s[A-Z]))");

    private static final LetterPairs REGION_STARTS = LetterPairs.of(alternatives(STATE + "|" + STATE_NAME));

    private static final Set<String> ROMAN_MARKS =
            Set.of("-ro", "-gil", "-daero", "-dong", "-gu", "-si", "-do", "-gun");

    private static final Pattern TOWN_CUE = Pattern.compile(
            "\\b(?:[Ll]iv(?:es|ed|ing) (?:alone )?in|[Rr]esid(?:es|ed|ing|ent) (?:in|of)|[Gg]rew up in|[Mm]ov(?:ed|ing) (?:here )?(?:to|from)|[Bb]orn(?: and raised)? in|[Rr]aised in|[Vv]isiting from|[Nn]ative of|[Hh]ometown(?: of| is|:)|[Rr]elocat(?:ed|ing) (?:to|from)|[Tt]ravel(?:ed|led|ing) (?:to|from)|[Rr]eturned from|[Vv]acation(?:ing)? in|[Tt]rip to|[Oo]riginally from|[Hh]ails from|[Cc]omes from|[Ee]migrated from|[Ii]mmigrated from|[Tt]own of|[Cc]ity of|[Hh]ome in)$");

    private static final Pattern CAPITAL_WORDS = Pattern.compile(WORD + "(?:\\s" + WORD + "){0,2}");

    /** A town by what it lies on or in: Stratford-upon-Avon. */
    private static final Pattern HYPHENED =
            Pattern.compile("\\b[A-Z][a-z]+-(?:on|upon|in|under|le)-(?:the-)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?\\b");

    private static final List<String> HYPHENED_MARKS = List.of("-on-", "-upon-", "-in-", "-under-", "-le-");

    private static final List<String> TOWN_LINKS = List.of(" in ", " of ", " from ", " to ", " is ", "town: ");

    private static final Pattern CAPITALS =
            Pattern.compile("(?<![A-Za-z.])(?:St\\. )?[A-Z][a-z]+(?:\\s[A-Z][a-z]+){0,3}");

    private final Lexicon lexicon;
    private final LatinWords lists;

    EnglishAddresses(Lexicon lexicon, LatinWords lists) {
        this.lexicon = lexicon;
        this.lists = lists;
    }

    void claim(Claims claims) {
        String text = claims.text();
        boolean smallStreets = SMALL_STREETS.stream().anyMatch(text::contains);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') {
                if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && !claims.isTaken(at)) {
                    number(claims, text, at, smallStreets);
                }
                while (at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
                    at++;
                }
            } else if (c == ',' && at > 0 && mayBeRegion(text, at + 1)) {
                Matcher region = Window.at(REGION_AFTER_COMMA, text, at);
                if (region.lookingAt()) {
                    Matcher state = TOWN_STATE.matcher(text).region(townStart(text, at), text.length());
                    if (state.useTransparentBounds(true)
                            .useAnchoringBounds(false)
                            .lookingAt()) {
                        claimTownWithState(claims, state);
                    }
                }
            } else if ((c == 'P' || c == 'p')
                    && isOfBox(text, at + 1)
                    && (at == 0 || !Character.isLetter(text.charAt(at - 1)))) {
                claimAt(claims, BOX, text, at);
            }
        }
        if (ROMAN_MARKS.stream().anyMatch(text::contains)) {
            Matcher roman = KOREAN_ROMAN.matcher(text);
            while (roman.find()) {
                if (PERSON.matcher(roman.group()).matches()) {
                    continue; // Gil-dong is more often a name than a quarter
                }
                claims.claim(roman.start(), end(text, roman.start(), roman.end()), IdentifierType.ADDRESS);
            }
        }
        if (STREET_MARKS.stream().anyMatch(text::contains)) {
            streetsWithoutNumber(claims, text);
        }
        if (text.contains("Box") || text.contains("BOX")) {
            all(claims, ROUTE);
        }
        all(claims, NUMBERED);
        if (UNIT_MARKS.stream().anyMatch(text::contains)) {
            all(claims, UNIT_FIRST);
        }
        if (text.contains("corner of") || text.contains("ntersection of")) {
            all(claims, CORNER);
        }
        if (HYPHENED_MARKS.stream().anyMatch(text::contains)) {
            all(claims, HYPHENED);
        }
        if (text.contains(" County") || text.contains(" Township")) {
            all(claims, COUNTY);
        }
        for (String link : TOWN_LINKS) {
            for (int at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1)) {
                int start = at + link.length();
                if (start >= text.length() || !Character.isUpperCase(text.charAt(start))) {
                    continue;
                }
                Matcher town = Window.at(CAPITAL_WORDS, text, start);
                if (town.lookingAt()
                        && TOWN_CUE.matcher(text.substring(Math.max(0, at - 30), start - 1))
                                .find()) {
                    claimCued(claims, start, town.group());
                }
            }
        }
    }

    /** Whether a state or country can begin here, behind blanks or not. */
    private static boolean mayBeRegion(String text, int at) {
        int start = at;
        while (start < text.length() && start - at < 2 && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return REGION_STARTS.has(text, start);
    }

    private static void streetsWithoutNumber(Claims claims, String text) {
        for (int at = 3; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean begins = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (begins && Character.isWhitespace(text.charAt(at - 1)) && "ntrfgs".indexOf(text.charAt(at - 2)) >= 0) {
                Matcher street = Window.at(ON_STREET, text, at);
                if (street.lookingAt()) {
                    claims.claim(at, street.end(), IdentifierType.ADDRESS);
                    at = street.end() - 1;
                }
            }
        }
    }

    private static final List<String> UNIT_MARKS = List.of("Apt", "Apartment ", "Unit ", "Suite ", "Ste ", "Flat ");

    private static void all(Claims claims, StartedForm form) {
        String text = claims.text();
        form.in(
                text,
                found -> claims.claim(found.start(), end(text, found.start(), found.end()), IdentifierType.ADDRESS));
    }

    private static void all(Claims claims, Pattern form) {
        String text = claims.text();
        for (Matcher found = form.matcher(text); found.find(); ) {
            claims.claim(found.start(), end(text, found.start(), found.end()), IdentifierType.ADDRESS);
        }
    }

    /** A house number, or a postal code behind a state. */
    private static void number(Claims claims, String text, int at, boolean smallStreets) {
        int space = blankAfter(text, at);
        if (space > 0 && claimStreet(claims, text, at, firstLetter(text, space), smallStreets)) {
            return;
        }
        if (!areDigits(text, at, at + DIGITS_OF_A_ZIP)) {
            return;
        }
        Matcher zip = Window.at(ZIP_CODE, text, at);
        if (zip.lookingAt()) {
            Matcher state =
                    STATE_BEFORE.matcher(text).region(Math.max(0, at - 20), at).useTransparentBounds(true);
            Matcher cue = ZIP_CUE.matcher(Window.before(text, at));
            if (state.find()) {
                claims.claim(state.start(), zip.end(), IdentifierType.ADDRESS);
            } else if (cue.find()) {
                claims.claim(at, zip.end(), IdentifierType.ADDRESS);
            }
        }
    }

    private static final int DIGITS_OF_A_ZIP = 5;

    private static boolean areDigits(String text, int from, int to) {
        int at = from;
        while (at < to && at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at == to;
    }

    private static boolean isOfBox(String text, int at) {
        return at < text.length() && ".Oo \n".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean claimStreet(Claims claims, String text, int at, char first, boolean small) {
        if (Character.isLowerCase(first)) {
            return small && claimAt(claims, LOWER_STREET, text, at);
        }
        boolean capital = first >= 'A' && first <= 'Z';
        return (capital && claimBritish(claims, text, at))
                || ("NSEWCFRU".indexOf(first) >= 0 && claimAt(claims, COUNTY_ROAD, text, at))
                || ((capital || Character.isDigit(first)) && claimAt(claims, STREET, text, at))
                || ("BMP".indexOf(first) >= 0 && claimAt(claims, BROADWAY, text, at))
                || ("NSEW".indexOf(first) >= 0 && claimAt(claims, DIRECTED, text, at));
    }

    /** Where the blank stands that ends a house number; -1 if none is near. */
    private static int blankAfter(String text, int at) {
        for (int i = at; i < text.length() && i - at <= LONGEST_NUMBER; i++) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static final int LONGEST_NUMBER = 7;

    /** The first character that is no blank. */
    private static char firstLetter(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private static boolean claimBritish(Claims claims, String text, int at) {
        Matcher british = Window.at(BRITISH, text, at);
        if (!british.lookingAt()) {
            return false;
        }
        Matcher flat = FLAT.matcher(text.substring(Math.max(0, at - 20), at));
        return claims.claim(flat.find() ? at - (flat.end() - flat.start()) : at, british.end(), IdentifierType.ADDRESS);
    }

    private static boolean claimAt(Claims claims, Pattern pattern, String text, int at) {
        Matcher matcher = Window.at(pattern, text, at);
        return matcher.lookingAt() && claims.claim(at, end(text, at, matcher.end()), IdentifierType.ADDRESS);
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
    void claimTowns(Claims claims) {
        String text = claims.text();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 'A' && c <= 'Z' && (at == 0 || !Token.isLatin(text.charAt(at - 1)))) {
                Matcher capitals = Window.at(CAPITALS, text, at);
                if (capitals.lookingAt()) {
                    claimTowns(claims, at, capitals.group());
                    if (mayBeIn(text, at)
                            && IN.matcher(text.substring(Math.max(0, at - LONGEST_IN), at))
                                    .find()
                            && isTown(capitals.group())
                            && (!text.startsWith("a ", at - 2)
                                    || Window.at(OF_TOWN, text, capitals.end()).lookingAt())
                            && !isJoined(text, capitals.end())) {
                        claims.claim(at, capitals.end(), IdentifierType.ADDRESS);
                    }
                    at = capitals.end() - 1;
                }
            }
        }
    }

    private static final Pattern IN = Pattern.compile(
            "(?:(?:^|\\s)(?:in|near|outside|outside of|from|(?:[Dd]rov?e|[Dd]rives|[Dd]riving|[Ff]lew|[Ff]ly|[Ff]lying|[Rr]eturn(?:s|ed|ing)?|[Bb]ack|[Hh]ome|[Ww]ent|[Gg]oes|[Gg]oing|[Tt]rip|[Cc]ommutes?|[Cc]ommuting|[Mm]oves?|[Mm]oved|[Vv]isit(?:s|ed|ing)?|[Ss]ent|[Dd]rive) to|[Vv]isit(?:s|ed|ing)?)|\\ba)\\s$");
    private static final int LONGEST_IN = 16;

    /** Of the words of {@link #IN}. */
    private static final LetterPairs IN_ENDS = LetterPairs.ofEnds(
            List.of("in", "near", "outside", "of", "from", "to", "visit", "visits", "visited", "visiting"));

    private static boolean mayBeIn(String text, int at) {
        return at > 1
                && Character.isWhitespace(text.charAt(at - 1))
                && (text.charAt(at - 2) == 'a' || IN_ENDS.has(text, at - 3));
    }

    /** What follows a town where "a" stands before it. */
    private static final Pattern OF_TOWN = Pattern.compile("[ -](?:native|resident|man|woman|boy|girl|area|born)\\b");

    private static final Set<String> TOWN_STARTS = WordSet.of(
            "new san santa los las el la le fort port mount north south east west upper lower saint st lake grand palm des baton cedar oak rock");

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
    private void claimTowns(Claims claims, int start, String run) {
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
            String tail = String.join(" ", java.util.Arrays.copyOfRange(words, from, words.length));
            boolean last = from == words.length - 1
                    || java.util.Arrays.stream(words, from, words.length)
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

    private static int end(String text, int start, int end) {
        int e = end;
        while (e > start && " ,.".indexOf(text.charAt(e - 1)) >= 0) {
            e--;
        }
        return e;
    }
}
