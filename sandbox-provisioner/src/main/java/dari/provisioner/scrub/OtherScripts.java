package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in letters of neither language. In a note in Korean or English hardly anything but a name is written in Cyrillic, Thai or
 * Arabic; Chinese characters are a name right behind one: 마순이(馬順伊).
 */
final class OtherScripts {

    /** Letters behind Latin and Greek, up to Hangul, but Chinese characters and signs. */
    private static final String LETTER =
            "[\\p{L}\\p{M}&&[\\p{IsCyrillic}\\p{IsHebrew}\\p{IsArabic}\\p{IsDevanagari}\\p{IsBengali}\\p{IsTamil}\\p{IsSinhala}\\p{IsThai}\\p{IsLao}\\p{IsMyanmar}\\p{IsGeorgian}\\p{IsArmenian}\\p{IsEthiopic}\\p{IsKhmer}\\p{IsMongolian}\\p{IsHiragana}\\p{IsKatakana}]]";

    /** Up to four words. */
    private static final Pattern NAME =
            Pattern.compile("(?!\\p{Ll})" + LETTER + "{2,30}(?:[ '.-]{1,2}(?!\\p{Ll})" + LETTER + "{1,30}){0,3}");

    private static final Pattern CHINESE_BEHIND = Pattern.compile("\\s?[(\\[]?\\s?(?<n>\\p{IsHan}{2,4})(?!\\p{IsHan})");

    /** Before it are Latin, Greek and signs. */
    static final char FIRST = 'Ѐ';

    private OtherScripts() {}

    static void claim(Claims claims) {
        String text = claims.text();
        for (int at = 0; claims.hasOtherLetters() && at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= FIRST && !Token.isHangul(c) && Character.isLetter(c)) {
                Matcher name = Window.at(NAME, text, at);
                if (name.lookingAt() && claims.claim(at, name.end(), IdentifierType.NAME)) {
                    at = name.end() - 1;
                }
            }
        }
    }

    /** Within a blank and a bracket; expressions cost. */
    private static boolean isChineseBehind(String text, int end) {
        for (int at = end; at < Math.min(text.length(), end + SIGNS_AND_ONE); at++) {
            if (text.charAt(at) >= FIRST_CHINESE && !Token.isHangul(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static final int SIGNS_AND_ONE = 4;
    private static final char FIRST_CHINESE = '㐀';

    /** After names were found. */
    static void claimBehindNames(Claims claims) {
        for (Finding found : List.copyOf(claims.findings())) {
            if (found.type() == IdentifierType.NAME && isChineseBehind(claims.text(), found.end())) {
                Matcher chinese = Window.at(CHINESE_BEHIND, claims.text(), found.end());
                if (chinese.lookingAt()) {
                    claims.claim(chinese.start("n"), chinese.end("n"), IdentifierType.NAME);
                }
            }
        }
    }
}
