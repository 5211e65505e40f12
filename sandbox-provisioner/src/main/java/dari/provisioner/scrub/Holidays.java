package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that have a name, which say the day as well as a number does: feasts, and the old Korean calendar. They are masked. */
final class Holidays {

    private static final Pattern ENGLISH = Pattern.compile(
            "(?:Thanksgiving(?: Day)?|(?:Christmas|Xmas)(?: Eve| Day)?(?! (?:disease|factor|tree))|New Year(?:'?s?(?: Eve| Day)|'s)|Easter(?: Sunday| Mon(?:day)?)?|Hallow(?:e'?)en|NYE"
                    + "|(?:Labor|Memorial|Veterans'?|Independence|Columbus|MLK|Presidents'?|Boxing|Canada|ANZAC|Mother'?s'?|Father'?s'?|St\\.? Patrick'?s|Valentine'?s|(?:St\\.? )?Stephen'?s|All Saints'?|Martin Luther King|Patriots'?|Indigenous Peoples'?|Remembrance|Australia|Waitangi|Victoria|Republic|Bastille|Flag|Leap) [Dd]ay(?: eve\\b)?|(?:St\\.? Pat(?:rick)?|Valentine|(?:St\\.? )?Stephen|Mother|Father)'?s(?: [Dd]ay)?(?= (?:came|parade|weekend|eve)|[.,;)])|All Saints"
                    + "|Fourth of July|Good Friday|Ash Wednesday|Palm Sunday|Passover|Hanukkah|Chanukah|Yom Kippur|Rosh Hashanah|Ramadan|Eid(?: al-[A-Z][a-z]+)?|Diwali|Juneteenth|Cinco de Mayo"
                    + "|Black Friday|(?:Lunar|Chinese) New Year(?:'s Day)?|Midsommar|Midsummer(?:'s Day| Eve)|Onam|Pongal|Nowruz|Songkran|Navratri|Dussehra|Holi|Purim|Sukkot|Tet(?! spell|\\s?[.0-9(+:-])|Tsagaan Sar|Naadam|Bonfire Night|Burns Night|Hogmanay|Shrove Tuesday|Maundy Thursday|Pentecost|Kwanzaa|Mid-Autumn(?: Festival)?|Corpus Christi|Chuseok|Seollal|Matariki|Michaelmas|Nos Galan|Deepavali|Hari Raya(?: [A-Z][a-z]+)?|Vesak|Thaipusam|CNY|Tết|(?:May|Spring|August|Summer|Easter|Autumn) [Bb]ank [Hh]oliday|(?:Labou?r|Heritage|Queen's Birthday|King's Birthday|Freedom|Youth|Family) (?:Day|weekend|wknd)|Super Bowl Sunday|Mardi Gras)\\b(?: weekend| week)?(?:,? (?:19|20)[0-9]{2}\\b)?");

    private static final String FEASTS =
            "추석|한가위|설날|(?:구정|신정)(?=$|[\\s.,)]|에|때|연휴)|크리스마스|성탄절|어린이날|어버이날|스승의 ?날|광복절|개천절|한글날|현충일|제헌절|삼일절|석가탄신일|부처님 ?오신 ?날|정월 ?대보름|대보름|초파일|한식날|근로자의 ?날|식목일|수능일|수능날|단오(?:날)?(?=$|[^가-힣]|에|때|날|무렵|까지|이튿)|동지(?:날)?(?=$|[^가-힣]|에|때|팥|이후|무렵)|동짓날|한식(?= 다음| 전|날)|초복|말복|중복날|복날|백중(?=$|[\\s.,)]|날|에|때)|입춘|경칩|춘분|입하|망종|입추|처서|추분|상강|입동|소한|부활주일|삼짇날|칠석|빼빼로데이|발렌타인데이|핼러윈|할로윈|추수감사절|부활절|차강사르|나브루즈|뗏(?=$|[^가-힣]|에|때|연휴)";

    private static final String OLD_MONTHS = "정월|섣달|동짓달|시월|유월";

    private static final String COUNTED = "하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레";

    /** Days of a month as they were counted: 초이틀, 보름, 스무하루. */
    static final String OLD_DAY = "(?:(?:초|열|스무)(?:이튿|사흗|나흗|닷샛|엿샛|이렛|여드렛|아흐렛)날|초파일|삼짇날|초순|초(?:" + COUNTED + ")|열흘|열(?:"
            + COUNTED + ")|보름|스무(?:날|" + COUNTED + ")|그믐)(?:께|날)?";

    /** 갑자 to 계해: the twelve branches stand behind every second of the ten stems; 임신년 is left, since 임신 is pregnancy first. */
    private static final String SEXAGENARY = "(?:[갑병무경][자인진오신술]|임[자인진오술]|[을정기신계][축묘사미유해])년";

    private static final Pattern KOREAN = Pattern.compile("(?<![가-힣])(?:(?:" + SEXAGENARY + "\\s?)?(?:음력\\s)?(?:"
            + OLD_MONTHS
            + ")(?:\\s?" + OLD_DAY + ")?(?=$|[^가-힣]|에|의|부터|까지|경|쯤|초|말|중)"
            + "|(?:윤?[이삼사오칠팔구]월|십[일이]월|윤달)\\s?(?:" + OLD_DAY + "|(?:" + COUNTED + ")날?|말일)"
            + "|(?<![월달] )(?:초|열)(?:이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레)(?=$|[\\s.,)]|날|에|께|경|까지)(?!\\s?(?:동안|간|째|넘게|만에|치))"
            + "|" + SEXAGENARY + "(?=$|[^가-힣]|생|에)"
            + "|(?:" + FEASTS + ")(?:\\s?(?:전날|당일|이브|연휴|다음\\s?날|이튿날))?)");

    /** What the names of the days begin with: elsewhere no form is tried. */
    private static final LetterPairs STARTS = LetterPairs.of(starts());

    private static final Pattern FOURTH = Pattern.compile("4th of July\\b");

    private Holidays() {}

    private static List<String> starts() {
        List<String> starts = new ArrayList<>(List.of(
                ("CN He Qu Ki Sp Fr Yo NY Th Ch Xm Mi On Te Ts Na Po No So Sh Pe Bu Kw Du Pu Re Au Wa Ho Ne Ea Ha La Me Ve In Co ML Pr Bo Ca AN Mo Fa St Va Ma Fo Go As Pa Yo Ro Ra Ei Di Ju Ci Bl Lu Se Su Fl Le St Va Al Un 추석 한가 설날 구정 신정 크리 성탄 어린 "
                                + "어버 스승 광복 개천 한글 현충 제헌 삼일 석가 부처 정월 대보 초파 한식 근로 식목 수능 이월 삼월 사월 오월 칠월 팔월 구월 윤달 단오 동지 동짓 초복 말복 중복 복날 백중 입춘 경칩 춘분 입하 망종 입추 처서 추분 상강 입동 소한 윤이 윤삼 윤사 윤오 윤칠 윤팔 윤구 십일 십이 초이 초사 초나 초닷 초엿 초여 초아 열이 열사 열나 열닷 열엿 열여 열아 삼짇 칠석 빼빼 발렌 핼러 할로 추수 부활 차강 나브 섣달 동짓 시월 유월 음력")
                        .split(" ", -1)));
        String stems = "갑을병정무기경신임계";
        String branches = "자축인묘진사오미신유술해";
        for (int year = 0; year < 60; year++) {
            starts.add("" + stems.charAt(year % stems.length()) + branches.charAt(year % branches.length()));
        }
        return starts;
    }

    static void claim(Claims claims, List<Token> tokens) {
        for (Token token : tokens) {
            if (STARTS.has(claims.text(), token.start())
                    && token.word().is(Word.FEAST, Holidays::mayBegin)) {
                claimAt(claims, form(token.word()), token.start());
            }
        }
        for (int at = claims.text().indexOf("4th of July");
                at >= 0;
                at = claims.text().indexOf("4th of July", at + 1)) {
            claimAt(claims, FOURTH, at);
        }
    }

    private static Pattern form(Word word) {
        return word.isHangul() ? KOREAN : ENGLISH;
    }

    /** Whether a form matches a word, or could if more stood behind it. */
    private static boolean mayBegin(Word word) {
        Matcher form = form(word).matcher(word.text());
        return form.lookingAt() || form.hitEnd();
    }

    private static void claimAt(Claims claims, Pattern form, int at) {
        Matcher found = Window.at(form, claims.text(), at);
        if (found.lookingAt()) {
            claims.claim(new Finding(at, DateForms.withTime(claims.text(), found.end()), IdentifierType.DATE, ""));
        }
    }
}
