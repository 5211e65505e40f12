package dari.provisioner.scrub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes with letters that digits do not announce: plates of vehicles, names in messengers, British insurance numbers. */
final class LetteredCodes {

    private static final Pattern KOREAN = Pattern.compile(
            "(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\\s?[0-9]{1,2}\\s?[가-힣]\\s?[0-9]{4}(?![0-9])");

    private static final Pattern CUED = Pattern.compile(
            "\\b(?:[Ll]icen[sc]e plate|[Pp]lates?|[Vv]ehicle|[Rr]eg(?:istration)?)(?: (?:no\\.?|number|is))?[:#]? ?(?<p>(?:[A-Z]{2} )?(?=[A-Z0-9 -]{0,7}[0-9])(?=[A-Z0-9 -]{0,7}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})(?![A-Za-z0-9])");

    private static final Pattern MESSENGER = Pattern.compile(
            "(?i)(?:카톡|카카오톡|kakao ?talk|katalk|kakao|텔레그램|telegram|whatsapp|라인|line|wechat|위챗)\\s?(?:id|아이디)?(?:는|:)?\\s?[(:]?\\s?(?<i>[a-z][\\w]*[\\w.-]*[0-9_.][\\w.-]*[a-z0-9])");

    /** National insurance number of the United Kingdom (HM Revenue and Customs, NIM39110). */
    private static final Pattern BRITISH =
            Pattern.compile("\\b[A-CEGHJ-PQR-TW-Z][A-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\\b");

    private LetteredCodes() {}

    static void claim(Claims claims) {
        String text = claims.text();
        Matcher korean = KOREAN.matcher(text);
        while (korean.find()) {
            claims.claim(korean.start(), korean.end(), IdentifierType.ID);
        }
        Matcher messenger = MESSENGER.matcher(text);
        while (messenger.find()) {
            claims.claim(messenger.start("i"), messenger.end("i"), IdentifierType.ID);
        }
        Matcher british = BRITISH.matcher(text);
        while (british.find()) {
            claims.claim(british.start(), british.end(), IdentifierType.ID);
        }
        if (text.contains("late") || text.contains("ehicle") || text.contains("eg ") || text.contains("egistration")) {
            Matcher cued = CUED.matcher(text);
            while (cued.find()) {
                claims.claim(cued.start("p"), cued.end("p"), IdentifierType.ID);
            }
        }
    }
}
