package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses, web addresses and addresses of machines. */
final class WebForms {

    private static final String DOMAINS =
            "(?:com|net|org|edu|gov|mil|info|biz|io|co|me|app|dev|kr|jp|cn|uk|de|fr|eu|us|ca|au|in|health|hospital|clinic|care|tv|ly|gl|int|nz|sg|hk|tw|vn|ru|it|es|nl|se|ch|example|cloud|online|xyz|ai)";

    // a domain has at most 127 labels (RFC 1035, 255 octets); without a bound a long note would overflow the stack
    private static final Pattern MAIL = Pattern.compile(
            "(?i)(?<![\\w.+-])[a-z0-9][\\w.+%-]{0,63}\\s?(?:@|[(\\[{<]?\\s?(?:골뱅이|at)\\s?[)\\]}>]|골뱅이)\\s?[a-z0-9][a-z0-9-]*(?:\\s?(?:\\.|[(\\[{]\\s?dot\\s?[)\\]}])\\s?[a-z0-9-]+){0,126}(?:\\s?(?:\\.|[(\\[{]\\s?dot\\s?[)\\]}])\\s?"
                    + DOMAINS + "(?![a-z0-9]))");

    /** A mail address in its own signs, in a domain of any name. */
    private static final Pattern MAIL_ANYWHERE = Pattern.compile(
            "(?i)(?<![\\w.+-])[a-z0-9][\\w.+%-]{0,63}@[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+){0,126}\\.[a-z]{2,24}(?![\\w-])");

    /** A mail address as it is said in Korean: {@code dalbit77 골뱅이 네이버 닷컴}. */
    private static final Pattern MAIL_SPOKEN = Pattern.compile(
            "(?i)(?<![\\w.+-])[a-z0-9][\\w.+-]{1,63}\\s?(?:@|[(\\[]?골뱅이[)\\]]?)\\s?(?:네이버|다음|한메일|지메일|구글|핫메일|네이트|야후|카카오|[a-z0-9-]+)(?:\\s?(?:닷컴|점컴|쩜컴|닷넷|점넷|닷|점|쩜|\\.)(?:\\s?(?:컴|넷|com|net|kr))?)?");

    private static final Pattern MAIL_IN_WORDS = Pattern.compile(
            "(?i)(?<![\\w.+-])[a-z0-9][\\w.+-]{1,63}(?:\\s+dot\\s+[a-z0-9]+){0,126}\\s+at\\s+[a-z0-9][a-z0-9-]*(?:(?:\\s?\\.\\s?|\\s+dot\\s+)[a-z0-9-]+){0,126}(?:\\.|\\s+dot\\s+)"
                    + DOMAINS + "(?![a-z0-9]|\\.[a-z])");

    /** Only the house that keeps the mail, where a word for mail stands before or the name is no word. */
    private static final Pattern MAIL_AT_HOUSE = Pattern.compile(
            "(?i)(?:(?<=\\be-?mail(?: address)?(?: is|:)? |\\bmailto |메일(?:은|:)? )[a-z][\\w.+-]{1,40}|(?<![\\w.+-])[a-z][a-z.-]*[0-9_.][\\w.+-]*)\\s(?:at|@)\\s(?:gmail|yahoo|hotmail|outlook|icloud|aol|msn|naver|daum|hanmail|kakao|protonmail|comcast|verizon)(?:\\s?(?:\\.|dot)?\\s?(?:com|net))?\\b");

    private static final StartedForm URL = StartedForm.ofAnyCase(
            "(?i)(?:(?:https?|s?ftp)\\s?:\\s?//|(?<![\\w@.])www\\.)[\\w.~:/?#\\[\\]@!$&'()*+,;=%-]*[\\w/=#&-]",
            "ht sf ft ww");

    private static final Pattern BARE_URL = Pattern.compile("(?i)(?<![\\w@./-])(?:[a-z0-9][a-z0-9-]*\\.){1,127}"
            + DOMAINS + "(?![\\w-])(?!\\.[a-z])(?:/[\\w.~:/?#@!$&'*+,;=%-]*[\\w/=#&-])?");

    private static final Pattern IPV4 = Pattern.compile(
            "(?<![0-9.])(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?![0-9]|\\.[0-9])(?::[0-9]{2,5})?");

    private static final Pattern IPV6 = Pattern.compile(
            "(?i)(?<![\\w:])(?:(?:[0-9a-f]{1,4}:){2,7}|[0-9a-f]{1,4}:(?=:))(?::?[0-9a-f]{1,4}){1,6}(?![\\w:])");

    private WebForms() {}

    static void claim(Claims claims) {
        String text = claims.text();
        if (claims.has(Mark.WEB)) {
            URL.in(claims, url -> claims.claim(url.start(), url.end(), IdentifierType.URL));
        }
        mails(claims, text);
        bracketedSigns(claims, text);
        if (claims.has(Mark.SPOKEN_SIGN) || (claims.has(Mark.SPOKEN_DOMAIN) && text.indexOf('@') >= 0)) {
            all(claims, MAIL_SPOKEN, IdentifierType.EMAIL);
        }
        if (claims.has(Mark.SIGN_IN_WORDS)) {
            mailsInWords(claims, text, hasDomain(claims), claims.has(Mark.MAIL_HOUSE));
        }
        bareUrls(claims, text);
        if (hasQuad(text)) {
            all(claims, IPV4, IdentifierType.IP);
        }
        groups(claims, text);
    }

    /** Around each sign of a mail address. */
    private static void mails(Claims claims, String text) {
        for (int sign = text.indexOf('@', 1); sign > 0; sign = text.indexOf('@', sign + 1)) {
            int start = wordStart(text, Character.isWhitespace(text.charAt(sign - 1)) ? sign - 1 : sign);
            for (Pattern form : List.of(MAIL_ANYWHERE, MAIL)) {
                Matcher mail = Window.at(form, text, start);
                if (mail.lookingAt() && claims.claim(start, mail.end(), IdentifierType.EMAIL)) {
                    break;
                }
            }
        }
    }

    /** Around each word for the sign, in brackets or as Korean says it: {@code jay (at) clinic.org}. */
    private static void bracketedSigns(Claims claims, String text) {
        for (int close = 2; close < text.length(); close++) {
            char c = text.charAt(close);
            if (c != ')' && c != ']' && c != '}' && c != '>') {
                continue;
            }
            int end = close - (text.charAt(close - 1) == ' ' ? 1 : 0);
            int said = end - SAID_AT.length();
            if (text.regionMatches(true, said, SAID_AT, 0, SAID_AT.length())) {
                said -= text.charAt(Math.max(0, said - 1)) == ' ' ? 1 : 0;
                said -= "([{<".indexOf(text.charAt(Math.max(0, said - 1))) >= 0 ? 1 : 0;
                said -= text.charAt(Math.max(0, said - 1)) == ' ' ? 1 : 0;
                claimAt(claims, MAIL, wordStart(text, said));
            }
        }
        for (int said = text.indexOf("골뱅이"); said > 0; said = text.indexOf("골뱅이", said + 1)) {
            int start = said;
            while (start > 0 && " ([{<".indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
            claimAt(claims, MAIL, wordStart(text, start));
        }
    }

    private static final String SAID_AT = "at";

    /** Around each word for the sign that stands free: {@code jay dot kim at clinic dot org}, {@code jay.kim at gmail}. */
    private static void mailsInWords(Claims claims, String text, boolean domain, boolean house) {
        for (Matcher sign = AT.matcher(text); (domain || house) && sign.find(); ) {
            int name = wordStart(text, sign.start());
            int start = name;
            while (text.regionMatches(true, start - SAID_DOT.length(), SAID_DOT, 0, SAID_DOT.length())) {
                start = wordStart(text, start - SAID_DOT.length());
            }
            if (!(domain && claimAt(claims, MAIL_IN_WORDS, start)) && house) {
                claimAt(claims, MAIL_AT_HOUSE, name);
            }
        }
    }

    private static boolean claimAt(Claims claims, Pattern form, int at) {
        Matcher mail = Window.at(form, claims.text(), at);
        return mail.lookingAt() && claims.claim(at, mail.end(), IdentifierType.EMAIL);
    }

    private static final Pattern AT = Pattern.compile("(?i)\\s(?:at|@)\\s");

    private static final String SAID_DOT = " dot ";

    private static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && isMailPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isMailPart(char c) {
        return isUrlPart(c) || c == '_' || c == '.' || c == '+' || c == '%';
    }

    /** Around each full stop between a letter or digit and a letter. */
    private static void bareUrls(Claims claims, String text) {
        int run = 0;
        int looked = 0;
        int tried = -1;
        for (int dot = text.indexOf('.', 1); dot > 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            if (!isUrlPart(text.charAt(dot - 1)) || !Token.isLatin(text.charAt(dot + 1))) {
                continue;
            }
            int start = dot;
            while (start > looked && (isUrlPart(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
                start--;
            }
            run = start == looked ? run : start;
            looked = dot;
            if (run == tried) {
                continue;
            }
            tried = run;
            Matcher url = Window.at(BARE_URL, text, run);
            if (url.lookingAt()) {
                claims.claim(run, url.end(), IdentifierType.URL);
                dot = Math.max(dot, url.end() - 1);
            }
        }
    }

    /** A full stop right before a letter, or the word for one. */
    private static boolean hasDomain(Claims claims) {
        String text = claims.text();
        for (int dot = text.indexOf('.'); dot >= 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            if (Token.isLatin(text.charAt(dot + 1))) {
                return true;
            }
        }
        return claims.has(Mark.DOT_IN_WORDS);
    }

    /** Around two colons with up to four hexadecimal digits between them, as addresses have and few times of day. */
    private static void groups(Claims claims, String text) {
        int last = -MOST_IN_GROUP - 2;
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            if (colon - last <= MOST_IN_GROUP + 1 && areHexadecimal(text, last + 1, colon)) {
                int start = last;
                while (start > 0 && last - start < MOST_IN_GROUP && areHexadecimal(text, start - 1, start)) {
                    start--;
                }
                Matcher six = Window.at(IPV6, text, start);
                // three numbers with colons are a time of day
                if (six.lookingAt()
                        && (six.group().chars().filter(c -> c == ':').count() >= 5
                                || six.group().contains("::"))) {
                    claims.claim(six.start(), six.end(), IdentifierType.IP);
                    colon = six.end() - 1;
                }
            }
            last = colon;
        }
    }

    private static boolean areHexadecimal(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Character.digit(text.charAt(at), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static final int MOST_IN_GROUP = 4;

    private static boolean isUrlPart(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-');
    }

    /** Whether three full stops stand somewhere, each between two digits and near the next. */
    private static boolean hasQuad(String text) {
        int row = 0;
        int last = 0;
        for (int dot = text.indexOf('.', 1); dot > 0 && dot + 1 < text.length(); dot = text.indexOf('.', dot + 1)) {
            boolean inNumber = Character.isDigit(text.charAt(dot - 1)) && Character.isDigit(text.charAt(dot + 1));
            row = inNumber ? (dot - last <= MOST_IN_GROUP ? row + 1 : 1) : 0;
            last = dot;
            if (row == 3) {
                return true;
            }
        }
        return false;
    }

    private static void all(Claims claims, Pattern form, IdentifierType type) {
        Matcher found = form.matcher(claims.text());
        while (found.find()) {
            claims.claim(found.start(), found.end(), type);
        }
    }
}
