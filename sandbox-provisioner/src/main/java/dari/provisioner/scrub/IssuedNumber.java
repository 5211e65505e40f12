package dari.provisioner.scrub;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of the numbers that offices, banks, courts and the post issue.
 *
 * @param run digits it begins with before any other sign
 */
record IssuedNumber(int run, Pattern pattern, IdentifierType type, Check check) {

    /** Whether a match of a form is one, seen with the text before and after. */
    interface Check {
        boolean holds(String text, Matcher match);
    }

    private static final Check ALWAYS = (text, match) -> true;

    private static final String END = "(?![0-9])";

    private static final List<IssuedNumber> ALL = List.of(
            form(
                    6,
                    "[0-9]{6}\\s?[-~_./]\\s?[0-9][0-9*xX●○◯#]{6}" + END,
                    IdentifierType.RRN,
                    IssuedNumber::beginsWithBirthday),
            form(6, "[0-9]{6}\\s{1,2}[0-9]{7}" + END, IdentifierType.RRN, IssuedNumber::beginsWithBirthday),
            form(
                    13,
                    "[0-9]{13}" + END + "(?!\\.[0-9])",
                    IdentifierType.RRN,
                    (t, m) -> RegistrationNumbers.isBare(m.group())
                            || Cues.announced(t, m.start()) == IdentifierType.RRN),
            form(
                    6,
                    "[0-9]{6}-[0-9]\\s[0-9]{0,2}[*xX●○]{4,6}(?![-0-9A-Za-z])",
                    IdentifierType.RRN,
                    IssuedNumber::beginsWithBirthday),
            form(
                    6,
                    "[0-9]{6}-[0-9*](?:\\*{0,6}|[xX●○]{0,6})(?![-0-9A-Za-z])",
                    IdentifierType.RRN,
                    IssuedNumber::beginsWithBirthday),
            form(
                    6,
                    "[0-9]{6}[- ][1-8](?![0-9.,%-])",
                    IdentifierType.RRN,
                    (t, m) -> Cues.announced(t, m.start()) == IdentifierType.RRN),
            form(3, "[0-9]{3}-[0-9]{2}-[0-9]{4}(?![-0-9])", IdentifierType.SSN, ALWAYS),
            form(
                    3,
                    "[0-9*xX]{3}[- ][0-9*xX]{2}[- ][0-9]{4}(?![-0-9])",
                    IdentifierType.SSN,
                    (t, m) -> Cues.saysSocialSecurity(t, m.start())
                            || (m.group().matches("[0-9]{3} [0-9]{2} [0-9]{4}") && isSsn(m.group()))),
            form(9, "[0-9]{9}" + END, IdentifierType.SSN, (t, m) -> Cues.saysSocialSecurity(t, m.start())),
            form(16, "[0-9]{16}" + END, IdentifierType.ID, ALWAYS),
            form(4, "[0-9]{4}(?<s>[- ]?)[0-9*xX]{4}\\k<s>[0-9*xX]{4}\\k<s>[0-9]{4}" + END, IdentifierType.ID, ALWAYS),
            // what a court gives to a case
            form(
                    4,
                    "(?:19|20)[0-9]{2}\\s?(?:[가나다라마고노도드르므카구누두아차타초푸](?:단|합|소|기|정|약|공)?)\\s?[0-9]{2,7}" + END,
                    IdentifierType.ID,
                    (t, m) -> m.group().matches(".*(?:[단합소기정약]).*") || Cues.announced(t, m.start()) != null),
            // what the post gives to a letter that is signed for (UPU S10)
            form(4, "[0-9]{4} [0-9]{4} [0-9] ?[A-Z]{2}(?![A-Za-z0-9])", IdentifierType.ID, ALWAYS),
            form(3, "[0-9]{3} [0-9]{3} [0-9]{3} ?[A-Z]{2}(?![A-Za-z0-9])", IdentifierType.ID, ALWAYS),
            form(4, "3[47][0-9]{2}[- ][0-9]{6}[- ][0-9]{5}" + END, IdentifierType.ID, ALWAYS));

    private static IssuedNumber form(int run, String pattern, IdentifierType type, Check check) {
        return new IssuedNumber(run, Pattern.compile(pattern), type, check);
    }

    private static final Map<Integer, List<IssuedNumber>> BY_RUN =
            ALL.stream().collect(Collectors.groupingBy(IssuedNumber::run));

    /**
     * What may stand at a number, of which the first that fits wins.
     *
     * @param end where its first digits end
     * @param run how many they are
     */
    static List<IssuedNumber> formsAt(String text, int end, int run) {
        return mayGoOn(text, end, run) ? BY_RUN.getOrDefault(run, List.of()) : List.of();
    }

    /** Whether what stands behind three or four digits can join more to them. */
    private static boolean mayGoOn(String text, int end, int run) {
        if (run != 3 && run != 4) {
            return true;
        }
        int at = end < text.length() && "- ".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        char next = at < text.length() ? text.charAt(at) : '.';
        return Character.isDigit(next) || "*xX".indexOf(next) >= 0 || Token.isHangul(next);
    }

    private static boolean beginsWithBirthday(String text, Matcher match) {
        return RegistrationNumbers.beginsWithBirthday(match.group());
    }

    /** Area numbers 000, 666 and 900 on are never given, nor are zeros in a group (Social Security Administration, RM 10201). */
    private static boolean isSsn(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        return digits.length() == 9
                && !digits.startsWith("000")
                && !digits.startsWith("666")
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }
}
