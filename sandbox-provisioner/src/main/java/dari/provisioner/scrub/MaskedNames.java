package dari.provisioner.scrub;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Korean names with a part already hidden, which still tell surname and place: 홍O동, 김**, 박 모 씨. */
final class MaskedNames {

    private static final String MASKS = "O○◯〇ㅇX×*●◎△□";

    private static final Pattern MASKED = Pattern.compile(
            "(?<![가-힣])(?<n>[가-힣](?:[O○◯〇ㅇX×*●◎△□]{2}|[O○◯〇X×*●◎△□](?=[가-힣]))(?:(?<=[O○◯〇X×*●◎△□])[가-힣](?=$|[\\s,.()/:]|님|씨|군|양|은|는|이|가|을|를|의|에|과|와|환))?|[가-힣]{2}[*○◯〇●◎]{1,2}|(?<s>[가-힣])\\s?모(?=\\s?(?:씨|군|양|\\()))");

    /** The first consonants of a name: ㅂㅁㅈ 님. */
    private static final Pattern CONSONANTS =
            Pattern.compile("(?<![가-힣ㄱ-ㅣ])(?!(?<c>[ㄱ-ㅎ])\\k<c>)[ㄱ-ㅎ]{2,3}(?![ㄱ-ㅣ가-힣])");

    /** Of messages, where they shorten something else. */
    private static final Set<String> CHAT =
            Set.of("ㅇㅋ", "ㄱㅅ", "ㅈㅅ", "ㅊㅋ", "ㄱㅊ", "ㅅㄱ", "ㅎㄷㄷ", "ㄱㅇㄷ", "ㅂㅇ", "ㅎㅇ", "ㅁㄹ", "ㄴㅇ", "ㅇㅈ");

    private MaskedNames() {}

    private static void claimConsonants(Claims claims) {
        if (!claims.hasOtherLetters()) {
            return;
        }
        for (Matcher initials = CONSONANTS.matcher(claims.text()); initials.find(); ) {
            if (!CHAT.contains(initials.group())) {
                claims.claim(initials.start(), initials.end(), IdentifierType.NAME);
            }
        }
    }

    static void claim(Claims claims, KoreanGrammar grammar) {
        claimConsonants(claims);
        String text = claims.text();
        if (!hasMask(text)) {
            return;
        }
        Matcher masked = MASKED.matcher(text);
        while (masked.find()) {
            int start = masked.start("n");
            int end = masked.start("s") >= 0 ? masked.end("s") : masked.end("n");
            if (grammar.surname(masked.group("n")) > 0) {
                claims.claim(start, end, IdentifierType.NAME);
            }
        }
    }

    private static boolean hasMask(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mask = !Token.isHangul(c) && Token.isHangul(text.charAt(i - 1)) && MASKS.indexOf(c) >= 0;
            if (mask || (c == '모' && isAddressed(text, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddressed(String text, int at) {
        int next = at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at;
        return next < text.length() && "씨군양(".indexOf(text.charAt(next)) >= 0;
    }
}
