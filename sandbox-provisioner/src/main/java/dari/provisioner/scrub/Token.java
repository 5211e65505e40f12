package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;

/** A run of Hangul syllables, or of Latin letters with apostrophes and hyphens between them. */
record Token(String text, int start, int end, boolean hangul) {

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        int n = text.length();
        int at = 0;
        while (at < n) {
            char c = text.charAt(at);
            boolean hangul = isHangul(c);
            if (!hangul && !isLatin(c)) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < n && (hangul ? isHangul(text.charAt(end)) : continuesLatin(text, end))) {
                end++;
            }
            tokens.add(new Token(text.substring(at, end), at, end, hangul));
            at = end;
        }
        return tokens;
    }

    static boolean isHangul(char c) {
        return c >= 0xac00 && c <= 0xd7a3;
    }

    static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= 0xc0 && (c < 0x250 || (c >= 0x1e00 && c < 0x1f00)) && Character.isLetter(c));
    }

    private static boolean continuesLatin(String text, int at) {
        char c = text.charAt(at);
        return isLatin(c)
                || ((c == '\'' || c == '-')
                        && at + 1 < text.length()
                        && isLatin(text.charAt(at + 1))
                        && isLatin(text.charAt(at - 1)));
    }
}
