package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rest of a name: initials and what stands behind it (III), the last syllable that reads like a particle (설다은, 세르게이). Immutable. */
final class WholeNames {

    private static final int REACH = 24;

    private static final Pattern BEFORE = Pattern.compile("(?:(?<![\\p{L}0-9.-])(?:[A-Z]\\.[ -]?){1,3}"
            + "|(?<=^|[\\n:;,./(+&>]|[\\n:;,./(+&>] |\\b(?:and|by|with|to|via) )[B-HJ-Z] "
            + "|(?<![\\p{L}'-])(?:ap|ferch) )$");

    /** The family name in capitals before given names in capitals. */
    private static final Pattern FAMILY_BEFORE = Pattern.compile(
            "(?<=^|[\\n:;.|]|[\\n:;.|] )(?!(?:PATIENT|NAME|DOCTOR|NURSE|NOTE|MRN|AGE|SEX|DATE|SIGNED|AUTHOR|FROM|THANKS|REGARDS|DEAR)\\b)\\p{Lu}[\\p{Lu}'-]{2,}, ?$");

    private static final Pattern BEHIND = Pattern.compile(
            "(?:(?:,? (?:Jr|Sr|JR|SR)\\b\\.?|,? (?:II|III|IV)\\b| the (?:second|third|fourth)\\b"
                    + "| [A-Z]\\.(?:[- ]?[A-Z]\\.){0,2}|, ?[A-Z](?:\\.(?: ?[A-Z]\\.)?)?"
                    + "| (?:[ds]/o|a/[lp]|v/d|bin|binti|bte|ap|ferch) \\p{Lu}(?:[\\p{L}'-]+|\\.))(?![\\p{L}0-9'&/-])){1,3}");

    /** Two initials behind a family name, as Korean staff write them: Lim HJ, and A-W. */
    private static final Pattern TWO_INITIALS =
            Pattern.compile(" (?!(?:MD|RN|NP|PA|DO|PT|OT|ED|OR|RT|LT)\\b)[A-Z]-?[A-Z](?![\\p{L}0-9'&/-])");

    /** Small words between the parts of a name. */
    private static final Pattern LINK =
            Pattern.compile(" (?:ap|ferch|bin|binti|bte|de|del|da|dos|van|von|al|el|e|y|der|ten)(?= \\p{Lu})");

    private static final List<String> SMALL_BEHIND =
            List.of(" the ", " d/o ", " s/o ", " a/l ", " a/p ", " v/d ", " bin", " bte ", " ap ", " ferch ");

    private static final String LIKE_PARTICLES = "이아은나라을양";
    private static final int LONG = 4;

    private final KoreanGrammar grammar;

    WholeNames(KoreanGrammar grammar) {
        this.grammar = grammar;
    }

    Finding whole(Claims claims, Finding found) {
        String text = claims.text();
        char last = text.charAt(found.end() - 1);
        if (Token.isHangul(last)) {
            return hangul(text, found);
        }
        if (!Token.isLatin(text.charAt(found.start())) || (!Token.isLatin(last) && last != '.')) {
            return found;
        }
        int start = mayBeginEarlier(text, found.start()) ? startOf(text, found) : found.start();
        int end = withLink(claims, mayGoOn(text, found.end()) ? endOf(text, found) : found.end());
        return found.grown(start, end);
    }

    /** A look before the expressions, which cost more. */
    private static boolean mayBeginEarlier(String text, int start) {
        if (start < 2) {
            return false;
        }
        char near = text.charAt(start - 1);
        char far = text.charAt(start - 2);
        if (near != ' ') {
            return (near == '.' || near == '-' || near == ',') && (Character.isUpperCase(far) || far == '.');
        }
        char third = start > 2 ? text.charAt(start - 3) : '\n';
        if (far == '.' || far == ',') {
            return Character.isUpperCase(third);
        }
        return Character.isUpperCase(far) ? !Character.isLetter(third) : (far == 'p' || far == 'h');
    }

    private static int startOf(String text, Finding found) {
        int start = Window.startOf(BEFORE, text, found.start(), REACH);
        return start == found.start() && EnglishWords.isShouted(text.substring(start, found.end()))
                ? Window.startOf(FAMILY_BEFORE, text, start, REACH)
                : start;
    }

    /** Whether capitals that begin no word follow, or one of the small words. */
    private static boolean mayGoOn(String text, int end) {
        if (end + 1 >= text.length() || (text.charAt(end) != ' ' && text.charAt(end) != ',')) {
            return false;
        }
        int at = text.charAt(end) == ',' && text.charAt(end + 1) == ' ' ? end + 2 : end + 1;
        if (at < text.length() && Character.isUpperCase(text.charAt(at))) {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
            return !Character.isLowerCase(next) || next == 'r';
        }
        return SMALL_BEHIND.stream().anyMatch(small -> text.startsWith(small, end));
    }

    private static int endOf(String text, Finding found) {
        int end = Window.endOf(BEHIND, text, found.end());
        return end == found.end() && found.key().indexOf(' ') < 0 ? Window.endOf(TWO_INITIALS, text, end) : end;
    }

    /** Gwilym ap Rhys, where both were found. */
    private static int withLink(Claims claims, int end) {
        String text = claims.text();
        if (end + 1 >= text.length() || text.charAt(end) != ' ' || !Character.isLowerCase(text.charAt(end + 1))) {
            return end;
        }
        Matcher link = Window.at(LINK, text, end);
        return link.lookingAt() && claims.isName(link.end() + 1) ? link.end() : end;
    }

    private Finding hangul(String text, Finding found) {
        int end = found.end();
        boolean onlyOne = end < text.length()
                && LIKE_PARTICLES.indexOf(text.charAt(end)) >= 0
                && (end + 1 == text.length() || !Token.isHangul(text.charAt(end + 1)));
        boolean wordStart = found.start() == 0 || !Token.isHangul(text.charAt(found.start() - 1));
        if (!onlyOne || !wordStart) {
            return found;
        }
        String name = text.substring(found.start(), end);
        boolean hangul = name.chars().allMatch(c -> Token.isHangul((char) c));
        int surname = grammar.surname(name);
        boolean shortFull = surname > 0 && name.length() == surname + 1 && !grammar.isGiven(name);
        boolean foreign = name.length() >= LONG || (name.length() == LONG - 1 && surname == 0);
        return hangul && (shortFull || (foreign && text.charAt(end) != '은' && text.charAt(end) != '을'))
                ? new Finding(found.start(), end + 1, found.type(), name + text.charAt(end))
                : found;
    }
}
