package dari.provisioner.scrub;

import java.util.regex.Pattern;

/** The rest of an organisation's name, or of a place that is one's name: what kind of house it is, which of several, its last syllable. */
final class WholeOrganisations {

    /** Kinds of houses behind a name, written small. */
    private static final String KINDS =
            "hospice|clinic|academy|council|hospital|school|college|pharmacy|church|surgery|practice|centre|center|institute|university|nursing home|care home|prison|jail|mosque|temple|hotel|motel|community hospital|community|stn|library|bakery|diner|mill|refinery|shelter|lodge|kindergarten|creche|polyclinic|infirmary|dispensary|health post|health centre|police|clubhouse|salon|barber shop";

    private static final Pattern LATIN =
            Pattern.compile("(?:['’]s(?![\\p{L}])|(?<![A-Z]) (?:" + KINDS + ")(?![\\p{L}'-])"
                    + "| of (?:the )?\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?(?![\\p{L}'-])|,? (?:No\\.? ?|# ?)[0-9]{1,4}(?![0-9])"
                    + "|,? [0-9]{1,2} (?:Division|Precinct|District|Battalion|Squadron|Regiment)\\b){1,3}");

    /** Motel 6. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<=Motel|Studio|Pier|Forever|School|PS|Post|Local|Store) [0-9]{1,4}(?![0-9A-Za-z./%])");

    private static final String HOUSES =
            "(?:센터|보건소|보건지소|보건진료소|복지관|쉼터|의집|약국|병원|의원|한의원|치과|학교|어린이집|유치원|요양원|요양병원|재가복지센터|교회|성당|공장|지점|사업소|지청|지사|공사|조합|협회|학원|소방서|경찰서|파출소|지구대|은행|마트)";

    private static final Pattern GLUED = Pattern.compile("(?:[가-힣0-9]{0,8}?" + HOUSES
            + "|(?<=[내외안인]|의학|소아|청소년|신경|피부|뇨기|산부)과|(?<=요)양(?:원|병원)?|(?<=재)가|(?<=앤)씨|(?<=[가-힣]{2})서(?![가-힣])|고(?=\\s))");

    private static final Pattern PARTS =
            Pattern.compile("(?:\\s?제?[0-9]{1,3}\\s?(?:대대|중대|소대|연대|여단|사단|함대|함|공장|캠퍼스|지점|호점|분원|지구|단지)|\\s본부중대|\\s본부포대"
                    + "|\\s[가-힣]{0,4}(?:공장|지점|지사|캠퍼스|사업장|영업소|대리점|분원|본점|본사|직영점|총동창회|동창회|동문회)(?![가-힣]{2})){1,3}");

    /** Of what was found as a person: 우신내과, 두리요양, at Luca's, Folweni clinic. */
    private static final Pattern HOUSE_OF_NAME = Pattern.compile(
            "(?<=[내외]|의학|소아|청소년|신경|피부|뇨기)과|(?<=[가-힣]{2}요)양(?:원|병원)?|(?<=[가-힣]{2}재)가(?![가-힣])|(?<=앤)씨"
                    + "|서(?=\\s(?:교통|형사|강력|수사|여청|방문|담당|지구대))| (?:clinic|council|academy|hospice|college|pharmacy)(?![\\p{L}'-])");

    private static final Pattern POSSESSIVE =
            Pattern.compile("['’]s(?=[.,;:)\\]\\n]|$| (?:in|on|and|for|to|at|came|open|by|with|no|x[0-9])\\b)");

    private static final Pattern AT =
            Pattern.compile("\\b(?:at|from|to|over|near|called) (?:the )?$", Pattern.CASE_INSENSITIVE);

    private static final int REACH = 16;

    private WholeOrganisations() {}

    /** Of what was taken for a person and may be a house. */
    static Finding ofName(String text, Finding found) {
        if (!mayGoOn(text, found.end())) {
            return found;
        }
        int end = Window.endOf(HOUSE_OF_NAME, text, found.end());
        if (end == found.end()) {
            int possessive = Window.endOf(POSSESSIVE, text, end);
            boolean house = possessive > end && Window.startOf(AT, text, found.start(), REACH) < found.start();
            end = house ? possessive : end;
        }
        return found.grown(found.start(), end);
    }

    /** Whether a syllable, genitive or small word begins here as {@link #HOUSE_OF_NAME} and {@link #POSSESSIVE} have them. */
    private static boolean mayGoOn(String text, int at) {
        if (at + 1 >= text.length()) {
            return at < text.length() && Token.isHangul(text.charAt(at));
        }
        return text.charAt(at) == ' '
                ? "cahp".indexOf(text.charAt(at + 1)) >= 0
                : "과양가씨서'’".indexOf(text.charAt(at)) >= 0;
    }

    static Finding whole(String text, Finding found) {
        return found.grown(found.start(), end(text, found.end(), found.type() == IdentifierType.ORGANIZATION));
    }

    private static int end(String text, int from, boolean organisation) {
        char last = text.charAt(from - 1);
        if (Token.isHangul(last) || Character.isDigit(last)) {
            boolean glued = from < text.length() && Token.isHangul(text.charAt(from));
            int end = glued ? Window.endOf(GLUED, text, from) : from;
            return organisation ? Window.endOf(PARTS, text, end) : end;
        }
        if (!Token.isLatin(last) && last != '.') {
            return from;
        }
        int end =
                from < text.length() && " ,'’".indexOf(text.charAt(from)) >= 0 ? Window.endOf(LATIN, text, from) : from;
        boolean numbered =
                end + 1 < text.length() && text.charAt(end) == ' ' && Character.isDigit(text.charAt(end + 1));
        return numbered ? Window.endOf(NUMBER, text, end) : end;
    }
}
