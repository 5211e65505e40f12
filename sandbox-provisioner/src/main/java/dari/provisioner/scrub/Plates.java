package dari.provisioner.scrub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plates of vehicles: Korean ones with their region, and others where a word says that one follows. */
final class Plates {

    private static final Pattern KOREAN = Pattern.compile(
            "(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)\\s?[0-9]{1,2}\\s?[가-힣]\\s?[0-9]{4}(?![0-9])");

    private static final Pattern CUED = Pattern.compile(
            "\\b(?:[Ll]icen[sc]e plate|[Pp]lates?|[Vv]ehicle|[Rr]eg(?:istration)?)(?: (?:no\\.?|number|is))?[:#]? ?(?<p>(?:[A-Z]{2} )?(?=[A-Z0-9 -]{0,7}[0-9])(?=[A-Z0-9 -]{0,7}[A-Z])[A-Z0-9]{2,4}[ -]?[A-Z0-9]{2,4})(?![A-Za-z0-9])");

    private Plates() {}

    static void claim(Claims claims) {
        String text = claims.text();
        Matcher korean = KOREAN.matcher(text);
        while (korean.find()) {
            claims.claim(korean.start(), korean.end(), IdentifierType.ID);
        }
        if (text.contains("late") || text.contains("ehicle") || text.contains("eg ") || text.contains("egistration")) {
            Matcher cued = CUED.matcher(text);
            while (cued.find()) {
                claims.claim(cued.start("p"), cued.end("p"), IdentifierType.ID);
            }
        }
    }
}
