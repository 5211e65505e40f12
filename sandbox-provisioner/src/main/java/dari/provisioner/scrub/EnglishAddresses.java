package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Street addresses and boxes as written in English. */
final class EnglishAddresses {

    private static final String UNIT =
            "(?:,?\\s{1,2}(?:Apt|Apartment|Unit|Suite|Ste|Room|Rm|Floor|Fl|Bldg|Building|Lot|APT|UNIT|SUITE|STE|RM|FL|BLDG|#)\\.?\\s?#?\\s?[A-Za-z0-9-]{1,6})?";
    private static final String TOWN = "(?:,?\\s{1,2}" + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,3})?";
    private static final String REGION = "(?:,?\\s{1,2}(?:" + EnglishTowns.STATE + "|" + EnglishTowns.STATE_NAME
            + ")\\b\\.?)?(?:,?\\s{1,2}" + EnglishTowns.ZIP + ")?";

    private static final String STREETS =
            "Street|St|Avenue|Ave|Av|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Circle|Cir|Way|Terrace|Ter|Trail|Trl|Parkway|Pkwy|Highway|Hwy|Square|Sq|Loop|Alley|Row|Plaza|Crescent|Close|Pike|Run|Path|Walk|Heights|Ridge|Cove|Point|Gardens|Cottages|Mews|Grove|Villas|Brae|Wynd|Croft|Parade|Esplanade|Quay|Garth|Dene|Wharf|Hollow|Crossing|Landing|Marg|ro|gil|daero|AVE|RD|LN|BLVD|CIR|TRL|PKWY|HWY|STREET|AVENUE|ROAD|LANE|DRIVE|BOULEVARD|PARKWAY|TERRACE";

    /** In capitals, which shorten much else. */
    private static final String SHORT_STREETS = "ST|DR|CT|PL|WAY|TER";

    private static final LetterPairs STREET_STARTS =
            LetterPairs.of(List.of((STREETS + "|" + SHORT_STREETS).split("\\|", -1)));

    private static final Pattern STREET = Pattern.compile(
            "(?<![0-9./-])(?:[0-9]{1,4}[A-Z]?/)?[0-9]{1,6}[A-Z]?(?:-[0-9]{1,4})?\\s{1,2}(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.?\\s)?(?:(?:"
                    + EnglishTowns.WORD
                    + "|[0-9]{1,3}(?:st|nd|rd|th))\\s){1,4}(?:"
                    + STREETS + "|(?<!LEAD |SLICE |VESSEL )(?:" + SHORT_STREETS
                    + ")(?=,|\\s{0,2}(?:\\n|$|APT|UNIT|STE|#)))\\b\\.?"
                    + "(?:\\s(?:N|S|E|W|NE|NW|SE|SW)\\b\\.?)?" + UNIT + "(?:,\\s{0,2}" + EnglishTowns.WORD + "(?:\\s"
                    + EnglishTowns.WORD
                    + "){0,3}(?=,?\\s{1,2}(?:" + EnglishTowns.STATE + "|" + EnglishTowns.STATE_NAME + "|"
                    + EnglishTowns.ZIP + ")\\b))?"
                    + "(?:\\s" + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,2}(?=,?\\s(?:"
                    + EnglishTowns.STATE + ")\\s" + EnglishTowns.ZIP + "))?" + REGION);

    private static final List<String> BROADWAYS = List.of("Broadway", "Main", "Park Ave");

    private static final Pattern BROADWAY = Pattern.compile(
            "(?<![0-9./-])[0-9]{1,5}\\s(?:" + String.join("|", BROADWAYS) + ")\\b" + UNIT + TOWN + REGION);

    private static final Pattern COUNTY_ROAD = Pattern.compile(
            "[0-9]{1,6}\\s(?:(?:N|S|E|W)\\.?\\s)?(?:County|State|Farm|Rural|US|U\\.S\\.)\\s(?:Road|Rd|Route|Rte|Highway|Hwy)\\.?\\s[0-9A-Z]{1,5}"
                    + UNIT + "(?:,\\s" + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,2})?" + REGION);

    /** With a postcode of the United Kingdom at the end. */
    private static final Pattern BRITISH = Pattern.compile(
            "(?:(?:Flat|Apartment|Unit)\\s[0-9]{1,4}[A-Z]?,\\s)?[0-9]{1,4}[A-Za-z]?\\s[A-Z][\\w'-]+(?:\\s[A-Z][\\w'-]+){0,3}(?:,\\s[A-Z][\\w'-]+(?:\\s[A-Z][\\w'-]+){0,2}){0,3},?\\s[A-Z]{1,2}[0-9][0-9A-Z]?\\s?[0-9][A-Z]{2}\\b");

    /** Of words alone, up to a postcode of the United Kingdom: {@code Ty Newydd, Heol y Felin, Llanfair SY21 0RB}. */
    private static final Pattern NAMED_HOUSE = Pattern.compile(
            "(?<![\\w'-])(?!(?:[A-Z][\\w'-]+\\s){0,4}(?:Hospital|Infirmary|Surgery|Practice|Clinic|Centre|Trust|Dept|Department|Ward|Dr|Mr|Mrs|Miss|Ms)\\b)"
                    + "[A-Z][\\w'-]+(?:\\s[A-Za-z][\\w'-]*){0,3}(?:,\\s[A-Z][\\w'-]+(?:\\s[A-Za-z][\\w'-]*){0,3}){1,3},?\\s[A-Z]{1,2}[0-9][0-9A-Z]?\\s[0-9][A-Z]{2}\\b");

    private static final Pattern FLAT = Pattern.compile("(?:Flat|Apartment|Unit)\\s[0-9]{1,4}[A-Z]?,\\s$");

    /** A street without a number, where a word says that somebody or something is there. */
    private static final Pattern ON_STREET = Pattern.compile(
            "(?<=\\b(?:on|at|near|off|along|Address)\\s)(?:[A-Z][a-z]+\\s){1,3}(?:Street|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Boulevard|Blvd|Terrace|Parkway|Highway|Close|Crescent|Grove|Mews|Ct|Court|Circle|Cir|St(?=[.,;\\s]*$|\\.?[,;]))\\b\\.?(?:,? no\\.? ?[0-9]{1,4}[A-Za-z]?\\b)?|(?<=\\b(?:on|at|near)\\s)[0-9]{1,3}(?:st|nd|rd|th) (?:and|&) [A-Z][a-z]+\\b|(?<=\\b(?:on|at|near)\\s)[0-9]{1,3}(?:st|nd|rd|th) (?:Street|St|Avenue|Ave)\\b");

    /** A road by its number, and a house by its own on a ground that needs no streets. */
    private static final StartedForm NUMBERED = StartedForm.of(
            "(?:Stand|Erf|Plot|Hse) [0-9]{2,5}[A-Z]?,(?: (?:Ext|Zone|Section|Phase|Block)\\.? [0-9A-Z]{1,3},)? [A-Z][a-z]+(?: [A-Z][a-z]+)?|(?<=\\b(?:on|off|near|along|by|at|of)\\s)(?:(?:Route|Rte\\.?|Highway|Hwy\\.?|Interstate)[- ]|I-)[0-9]{1,3}[A-Z]?\\b|(?:County|Township|Farm) Road [0-9]{1,4}[A-Z]?(?:,\\s[A-Z][a-z]+(?:\\s[A-Z][a-z]+)?\\b)?"
                    + "|(?<=\\b(?:[Ll]ives?|[Ll]iving|[Rr]esides?|[Ss]tays?|[Ss]taying) (?:at|in) |\\b[Aa]ddress:? )(?:Bldg|Building|Barracks|Lot|Space|Trailer)\\.?\\s#?[0-9A-Z]{1,5}(?:,?\\s(?:Rm|Room|Apt|Unit|Fl|Floor|Lot|Space)\\.?\\s#?[0-9A-Z-]{1,6})?(?:,\\s[A-Z][a-z]+(?:\\s[A-Z][a-z]+){0,2})?",
            "Ro Rt Hi Hw In I- Co To Fa Bl Bu Ba Lo Sp Tr St Er Pl Hs");

    /** As on the continent of Europe: the number behind the street, or a word for the street before its name. */
    private static final Pattern CONTINENTAL = Pattern.compile(
            "(?<![\\p{L}-])(?:(?:[A-Z][\\p{L}-]{2,20}(?:str\\.|stra(?:ß|ss)e|weg|gasse|platz|allee|laan|straat)|(?:Via|Viale|Piazza|Corso|Calle|Avenida|Plaza|Rua|Ulica|ul\\.) (?:(?:de|da|do|dos|das|della|del|di|la|los|las) ){0,2}[A-Z][\\p{L}]{2,15}(?: [A-Z]\\p{L}{2,15}){0,2},?) [0-9]{1,4}[a-z]?(?![0-9])"
                    + "|[0-9]{1,4}(?: bis)?,? (?:rue|avenue|boulevard|quai|chemin|impasse|allée) (?:(?:de|du|des|la|le|les) ){0,2}(?:[dl]')?[A-Z][\\p{L}-]{2,20}(?: [A-Z][\\p{L}-]{2,20}){0,2})"
                    + "(?:,? (?:[A-Z]-)?[0-9]{4,5} [A-Z]\\p{L}{2,20}(?: [A-Z]\\p{L}{2,20})?)?");

    /** On a motorway, by the miles: {@code I-44 EB at mile marker 213.6}. */
    private static final StartedForm MILE = StartedForm.of(
            "(?:I-|US-|SR-|M)[0-9]{1,3}(?: [NSEW]B?)?(?:,? (?:at|near|@))? (?:[Mm]ile ?(?:[Mm]arker|[Pp]ost)?|MM|MP|[Ee]xit|[Jj]unction|J) ?[0-9]{1,3}(?:\\.[0-9])?",
            "I- US SR M1 M2 M3 M4 M5 M6 M7 M8 M9");

    private static final Pattern LOWER_STREET = Pattern.compile(
            "(?<![0-9./-])[0-9]{1,5}\\s(?:[nsew]\\.?\\s)?[a-z]{3,14}(?:\\s[a-z]{3,12})?\\s(?:street|avenue|ave|road|rd|drive|lane|blvd|boulevard)\\b\\.?(?:\\s(?:apt|unit|#)\\.?\\s?[a-z0-9]{1,4})?");

    private static final Pattern KOREAN_ROMAN = Pattern.compile(
            "(?:[0-9]{1,4}(?:-[0-9]{1,4})?,?\\s)?(?:[A-Z][a-z][a-z0-9]*(?:-[a-z0-9]+){0,6}-(?:ro|gil|daero|dong|gu|si|do|gun|eup|myeon)\\b(?:\\s[0-9]{1,4}(?:-gil)?)?,?\\s?){1,5}(?:(?:Seoul|Busan|Incheon|Daegu|Korea)\\b)?");

    private static final Pattern PERSON = Pattern.compile("[A-Z][a-z]+-(?:dong|do|si|gu|gun|gil|ro)\\s?");

    private static final Pattern BOX = Pattern.compile("(?:(?i:P\\.?\\s?O\\.?\\s?Box)\\s#?|Private Bag\\sX?)[0-9]{1,6}"
            + "(?:,\\s" + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,3})?" + REGION);

    /** A rural route and its box. */
    private static final Pattern ROUTE =
            Pattern.compile("(?:Rural Route|Route|R\\.?\\s?R\\.?|Rte\\.?|HC)\\s#?[0-9]{1,4},?\\s(?i:Box)\\s#?[0-9]{1,6}"
                    + "(?:,\\s" + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,2})?" + REGION);

    /** The unit before the house: {@code Apt 4B, 221 Elm}. */
    private static final StartedForm UNIT_FIRST = StartedForm.of(
            "(?:Apt|Apartment|Unit|Suite|Ste|Flat)\\.?\\s#?[0-9A-Z-]{1,5},\\s[0-9]{1,6}(?:-[0-9]{1,5})?\\s"
                    + EnglishTowns.WORD + "(?:\\s" + EnglishTowns.WORD + "){0,2}(?:,\\s" + EnglishTowns.WORD + "(?:\\s"
                    + EnglishTowns.WORD + "){0,2}(?:\\s[0-9]{4,5})?)?",
            "Ap Un Su St Fl");

    /** A house number, a direction and a name, with a unit that says that it is an address. */
    private static final Pattern DIRECTED = Pattern.compile("[0-9]{1,6}\\s(?:N|S|E|W|NE|NW|SE|SW)\\.?\\s"
            + EnglishTowns.WORD + "(?:,?\\s(?:#|Apt\\.?|Unit)\\s?[0-9A-Z-]{1,6}|(?=,\\s" + EnglishTowns.WORD + ",\\s(?:"
            + EnglishTowns.STATE + ")\\b))");

    private static final Pattern CORNER = Pattern.compile(
            "(?<=\\b(?:corner of|intersection of|corner)\\s)(?:[A-Z][a-z]+|[0-9]{1,3}(?:st|nd|rd|th))(?:\\s[A-Z][a-z]+)?\\s(?:and|&)\\s(?:[A-Z][a-z]+|[0-9]{1,3}(?:st|nd|rd|th))(?:\\s(?:St|Ave|Street|Avenue|Rd|Road)\\b)?");

    private EnglishAddresses() {}

    static void claim(Claims claims) {
        String text = claims.text();
        boolean smallStreets = claims.has(Mark.SMALL_STREET);
        DigitRuns numbers = claims.numbers();
        boolean postcode = hasPostcode(text, numbers);
        int boxes = 0;
        for (int run = 0; run < numbers.count(); run++) {
            int at = numbers.start(run);
            if (claims.has(Mark.BOX)) {
                boxes(claims, boxes, at);
                boxes = at;
            }
            int space = blankAfter(text, at);
            if (space > 0 && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && !claims.isTaken(at)) {
                claimStreet(claims, at, firstLetter(text, space), smallStreets, postcode);
            }
        }
        if (claims.has(Mark.ROMAN_STREET)) {
            Matcher roman = KOREAN_ROMAN.matcher(text);
            while (roman.find()) {
                if (PERSON.matcher(roman.group()).matches()) {
                    continue; // Gil-dong is more often a name than a quarter
                }
                claims.claim(roman.start(), end(text, roman.start(), roman.end()), IdentifierType.ADDRESS);
            }
        }
        if (claims.has(Mark.STREET)) {
            streetsWithoutNumber(claims, text);
        }
        if (claims.has(Mark.RURAL_BOX)) {
            all(claims, ROUTE);
        }
        if (claims.has(Mark.NUMBERED_PLACE)) {
            all(claims, NUMBERED);
            all(claims, MILE);
        }
        if (claims.has(Mark.CONTINENTAL_STREET)) {
            all(claims, CONTINENTAL);
        }
        if (claims.has(Mark.UNIT_OF_HOUSE)) {
            all(claims, UNIT_FIRST);
        }
        if (postcode) {
            namedHouses(claims);
        }
        if (claims.has(Mark.CORNER)) {
            all(claims, CORNER);
        }
    }

    private static boolean hasPostcode(String text, DigitRuns numbers) {
        for (int run = 0; run < numbers.count(); run++) {
            if (endsPostcode(text, numbers.end(run) - 1)) {
                return true;
            }
        }
        return false;
    }

    /** The second half of a postcode of the United Kingdom, a digit and two capitals, behind the first, and a blank or not. */
    private static boolean endsPostcode(String text, int digit) {
        if (digit < 3
                || digit + 2 >= text.length()
                || !Character.isUpperCase(text.charAt(digit + 1))
                || !Character.isUpperCase(text.charAt(digit + 2))) {
            return false;
        }
        int first = Character.isWhitespace(text.charAt(digit - 1)) ? digit - 2 : digit - 1;
        return Token.isCapitalOrDigit(text.charAt(first)) && Token.isCapitalOrDigit(text.charAt(first - 1));
    }

    /** In the words, blanks and commas before each postcode. */
    private static void namedHouses(Claims claims) {
        String text = claims.text();
        DigitRuns numbers = claims.numbers();
        int done = 0;
        for (int run = 0; run < numbers.count(); run++) {
            int end = numbers.end(run) + 2;
            if (!endsPostcode(text, end - 3)) {
                continue;
            }
            int start = end;
            while (start > done && isOfHouse(text.charAt(start - 1))) {
                start--;
            }
            Matcher house = Window.at(NAMED_HOUSE, text, start).region(start, end);
            while (house.find()) {
                claims.claim(house.start(), end(text, house.start(), house.end()), IdentifierType.ADDRESS);
            }
            done = end;
        }
    }

    private static boolean isOfHouse(char c) {
        return c < 0x80 ? Character.isLetterOrDigit(c) || "_'-, \n\t".indexOf(c) >= 0 : Character.isWhitespace(c);
    }

    private static void streetsWithoutNumber(Claims claims, String text) {
        for (int at = 3; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean begins = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (begins
                    && Character.isWhitespace(text.charAt(at - 1))
                    && "ntrfgs".indexOf(text.charAt(at - 2)) >= 0
                    && (Character.isDigit(c) || leadsToStreet(claims, at))) {
                Matcher street = Window.at(ON_STREET, text, at);
                if (street.lookingAt()) {
                    claims.claim(at, street.end(), IdentifierType.ADDRESS);
                    at = street.end() - 1;
                }
            }
        }
    }

    private static void all(Claims claims, StartedForm form) {
        String text = claims.text();
        form.in(
                claims,
                found -> claims.claim(found.start(), end(text, found.start(), found.end()), IdentifierType.ADDRESS));
    }

    private static void all(Claims claims, Pattern form) {
        String text = claims.text();
        for (Matcher found = form.matcher(text); found.find(); ) {
            claims.claim(found.start(), end(text, found.start(), found.end()), IdentifierType.ADDRESS);
        }
    }

    /** Boxes that begin between two places. */
    private static void boxes(Claims claims, int from, int to) {
        String text = claims.text();
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if ((c == 'P' || c == 'p')
                    && ".Oor \n".indexOf(text.charAt(at + 1)) >= 0
                    && (at == 0 || !Character.isLetter(text.charAt(at - 1)))) {
                claimAt(claims, BOX, text, at);
            }
        }
    }

    /** @param name where the name of the street would begin */
    private static boolean claimStreet(Claims claims, int at, int name, boolean small, boolean postcode) {
        String text = claims.text();
        char first = name < text.length() ? text.charAt(name) : ' ';
        if (Character.isLowerCase(first)) {
            return small && claimAt(claims, LOWER_STREET, text, at);
        }
        boolean capital = first >= 'A' && first <= 'Z';
        return (capital && postcode && claimBritish(claims, text, at))
                || (claims.has(Mark.NUMBERED_ROAD) && claimAt(claims, COUNTY_ROAD, text, at))
                || (leadsToStreet(claims, name) && claimAt(claims, STREET, text, at))
                || (BROADWAYS.stream().anyMatch(way -> text.startsWith(way, name))
                        && claimAt(claims, BROADWAY, text, at))
                || ("NSEW".indexOf(first) >= 0
                        && name + 1 < text.length()
                        && ". EW\n".indexOf(text.charAt(name + 1)) >= 0
                        && claimAt(claims, DIRECTED, text, at));
    }

    /** Whether up to five words, each with a capital or digit, stand before one that may end the name of a street. */
    private static boolean leadsToStreet(Claims claims, int name) {
        String text = claims.text();
        int at = name;
        for (int word = 0; word <= MOST_WORDS && at + 1 < text.length(); word++) {
            if (word > 0 && STREET_STARTS.has(claims.pairs()[at])) {
                return true;
            }
            if (!Token.isCapitalOrDigit(text.charAt(at))) {
                return false;
            }
            while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            at = firstLetter(text, at);
        }
        return false;
    }

    /** Of a street's name, with the direction. */
    private static final int MOST_WORDS = 5;

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

    /** Where the first character that is no blank stands. */
    private static int firstLetter(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
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

    private static int end(String text, int start, int end) {
        int e = end;
        while (e > start && " ,.".indexOf(text.charAt(e - 1)) >= 0) {
            e--;
        }
        return e;
    }
}
