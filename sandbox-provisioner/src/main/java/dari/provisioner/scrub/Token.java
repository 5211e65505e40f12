package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;

/** A run of Hangul syllables, or of Latin letters with apostrophes and hyphens between them. */
record Token(Word word, int start, int end) {

    static List<Token> of(String text) {
        return of(text, (all, from, to) -> new Word(all.substring(from, to)));
    }

    /** The word of a text from here to there. */
    interface WordSource {
        Word of(String text, int from, int to);
    }

    /** @param words where each comes from */
    static List<Token> of(String text, WordSource words) {
        List<Token> tokens = new ArrayList<>(text.length() / 4);
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
            tokens.add(new Token(words.of(text, at, end), at, end));
            at = end;
        }
        return tokens;
    }

    /** As written. */
    String text() {
        return word.text();
    }

    /** In small letters. */
    String lower() {
        return word.lower();
    }

    boolean isCapital() {
        return word.isCapital();
    }

    boolean hangul() {
        return word.isHangul();
    }

    static boolean isHangul(char c) {
        return c >= 0xac00 && c <= 0xd7a3;
    }

    /** Of the letters and digits that codes are made of. */
    static boolean isCapitalOrDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
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
