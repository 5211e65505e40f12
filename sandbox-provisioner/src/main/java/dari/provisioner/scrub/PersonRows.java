package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists of people in which each row begins with the code of a bed: {@code C14 Pereira 66F}, {@code 301A 방판례 301B 국쌍가매}. No
 * word announces such a code; that persons stand behind two of its kind does, by their names, or by a word with sex and age behind
 * it, which then is a name.
 */
final class PersonRows {

    /** Codes with a name behind them that show what the list is. */
    private static final int FEWEST = 2;

    /** The longest code and what stands between it and a name. */
    private static final int REACH = 24;

    private static final String CODE =
            "(?<![0-9A-Za-z가-힣./~-])(?<c>[A-Z]{1,5}[0-9]{2,3}[A-Z]?|[A-Z]{1,5}[0-9]{0,2}-(?:[A-Z]?[0-9]{1,3}|격리[0-9]?)|[0-9]{1,4}[A-Z](?:-[0-9]{1,2}|[0-9]{2})?|[0-9]{2,4}-[0-9A-Z]{1,2}|[가나다라마]-[0-9]{1,2})";

    private static final Pattern BEFORE_NAME =
            Pattern.compile(CODE + "번?[ \\t:|,.)]{1,4}(?:(?:Mrs?|Ms|Miss|Mx)\\.? )?$");

    private static final Pattern BEGINS_LINE = Pattern.compile("[\\t•*▶ -]{0,3}" + CODE + "(?![0-9A-Za-z/%~-]|\\.[0-9])"
            + "(?<p>번?[ \\t:|,.)]{1,4}(?<n>[가-힣]{2,4}|[A-Z][\\p{L}'-]+(?:,? [A-Z][\\p{L}'.-]+){0,2})[ \\t,(|/]{1,4}"
            + "(?:[MF남여]\\s?/?\\s?[0-9]{1,3}|[0-9]{1,3}\\s?(?:y|세|/)?\\s?[MF남여])(?![0-9A-Za-z가-힣]))?");

    private static final Pattern AGE = Pattern.compile("[ \\t]{1,6}(?<n>9[0-9]|1[01][0-9])(?=[ \\t])");

    private PersonRows() {}

    /** @param name behind the code, if there is one */
    private record Row(int start, int end, @Nullable Finding name) {}

    static void claim(Claims claims) {
        Map<String, List<Row>> kinds = new TreeMap<>();
        List<Finding> beds = new ArrayList<>();
        for (Finding found : claims.findings()) {
            if (found.type() == IdentifierType.NAME) {
                Matcher code = namedBy(claims.text(), found);
                add(kinds, code, found);
                bedOf(claims, found, code, beds);
            }
        }
        int line = 0;
        do {
            if (mayBeginCode(claims.text(), line)) {
                Matcher row = Window.at(BEGINS_LINE, claims.text(), line);
                if (row.lookingAt()) {
                    add(kinds, row, person(row));
                }
            }
            line = claims.text().indexOf('\n', line) + 1;
        } while (line > 0);
        kinds.values().forEach(rows -> claimAll(claims, rows));
        beds.forEach(claims::claim);
    }

    private static final String ROOM_AND_BED = "[0-9]{2,4}-[0-9]{1,2}";

    private static final Pattern BED = Pattern.compile(ROOM_AND_BED);

    private static final Pattern BED_BEHIND = Pattern.compile("\\s?(?:님|씨|환자|환아)?\\s?\\((?<c>" + ROOM_AND_BED + ")\\)");

    /** Room and bed right beside a Korean name: 903-2 제갈윤님, 정겨울(905-4). */
    private static void bedOf(Claims claims, Finding name, @Nullable Matcher before, List<Finding> beds) {
        String text = claims.text();
        if (!Token.isHangul(text.charAt(name.start()))) {
            return;
        }
        if (before != null && BED.matcher(before.group("c")).matches()) {
            beds.add(new Finding(before.start("c"), before.end("c"), IdentifierType.ID, before.group("c")));
        }
        int bracket = name.end();
        while (bracket < text.length() && bracket - name.end() < WIDEST_BEFORE_BED && text.charAt(bracket) != '(') {
            bracket++;
        }
        if (!text.startsWith("(", bracket)) {
            return;
        }
        Matcher behind = Window.at(BED_BEHIND, text, name.end());
        if (behind.lookingAt()) {
            beds.add(new Finding(behind.start("c"), behind.end("c"), IdentifierType.ID, behind.group("c")));
        }
    }

    private static final int WIDEST_BEFORE_BED = 4;

    /** Whether a capital, digit or 가 to 마 stands behind at most three signs, and a capital, digit or hyphen behind that. */
    private static boolean mayBeginCode(String text, int line) {
        int at = line;
        while (at < text.length() && at < line + MOST_SIGNS && "\t•*▶ -".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at + 1 < text.length()
                && (Token.isCapitalOrDigit(text.charAt(at)) || "가나다라마".indexOf(text.charAt(at)) >= 0)
                && (Token.isCapitalOrDigit(text.charAt(at + 1)) || text.charAt(at + 1) == '-');
    }

    private static final int MOST_SIGNS = 3;

    /** Whether a digit or capital stands before signs and a title: few names have that, and expressions cost. */
    private static boolean mayFollowCode(String text, int name) {
        int at = name - 1;
        while (at >= 0 && name - at <= TITLE_AND_SIGNS && TITLE_OR_SIGN.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at >= 0 && at < name - 1 && Token.isCapitalOrDigit(text.charAt(at));
    }

    private static final String TITLE_OR_SIGN = " \t:|,.)번Mrsix";
    private static final int TITLE_AND_SIGNS = 9;

    private static @Nullable Finding person(Matcher row) {
        return row.group("p") == null
                ? null
                : new Finding(row.start("n"), row.end("n"), IdentifierType.NAME, row.group("n"));
    }

    private static @Nullable Matcher namedBy(String text, Finding name) {
        if (!mayFollowCode(text, name.start())) {
            return null;
        }
        Matcher code = BEFORE_NAME
                .matcher(text)
                .region(Math.max(0, name.start() - REACH), name.start())
                .useTransparentBounds(true);
        return code.find() ? code : null;
    }

    private static void add(Map<String, List<Row>> kinds, @Nullable Matcher code, @Nullable Finding name) {
        if (code != null) {
            kinds.computeIfAbsent(kind(code.group("c")), kind -> new ArrayList<>())
                    .add(new Row(code.start("c"), code.end("c"), name));
        }
    }

    private static void claimAll(Claims claims, List<Row> rows) {
        Set<String> named = new HashSet<>();
        rows.stream()
                .filter(row -> row.name() != null)
                .forEach(row -> named.add(claims.text().substring(row.start(), row.end())));
        if (named.size() < FEWEST) {
            return;
        }
        for (Row row : rows) {
            claims.claim(row.start(), row.end(), IdentifierType.ID);
            Finding name = row.name();
            if (name != null) {
                claims.claim(name);
                Matcher age = Window.at(AGE, claims.text(), name.end());
                if (age.lookingAt()) {
                    claims.claim(age.start("n"), age.end("n"), IdentifierType.AGE);
                }
            }
        }
    }

    /** Letters but the first, and runs of digits, are alike. */
    private static String kind(String code) {
        String first = Character.isDigit(code.charAt(0)) ? "" : code.substring(0, 1);
        return first + code.substring(first.length()).replaceAll("[0-9]+", "9").replaceAll("[A-Z]", "A");
    }
}
