package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Pattern;

/** What stands beside a date and belongs to it: the time of day, the weekday, the day of the moon's month, the year in words. */
final class WholeDates {

    private static final int REACH = 24;

    /** 1812 hrs 24-DEC-2021; and a day before the name of its month in another language. */
    private static final Pattern CLOCK_BEFORE = Pattern.compile(
            "(?<![0-9:./-])(?:(?:[01][0-9]|2[0-3])[0-5][0-9](?:\\s?(?:h|hrs|hours))?|(?:[01]?[0-9]|2[0-3])[:h][0-5][0-9](?:\\s?(?:[ap]\\.?m\\.?|hrs))?|(?:1[0-2]|[1-9])\\s?[ap]\\.?m\\.?)(?:,? on)?,? $");

    private static final String FOREIGN_MONTH =
            "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
                    + "|janeiro|fevereiro|mar[çc]o|maio|junho|julho|setembro|outubro|novembro|dezembro|januarie|februarie|maart|mei|junie|julie|augustus|desember|oktober|dezember|januar|februar|märz|juni|juli|des|okt|dez"
                    + "|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|ramadan|shawwal|muharram|rajab|enero|hunyo|hulyo|setyembre|oktubre|nobyembre|disyembre|ogos|januari|februari";

    private static final Pattern DAY_BEFORE = Pattern.compile(
            "(?<![\\p{L}0-9./-])(?:[0-3]?[0-9](?:er|º|\\.)? (?:de )?)(?:" + FOREIGN_MONTH + ")\\.?(?: de)? $"
                    + "|(?<![가-힣])(?:(?:음력|음|양력|서기|단기)\\.?|[월화수목금토일]|[일이삼사오육칠팔구공영십백천]{2,8}년|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥][年년]?|[갑을병정무기경신임계][자축인묘진사오미신유술해]년?) $",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The reign of an emperor, and the year in it: 令和6年. */
    private static final Pattern ERA_BEFORE = Pattern.compile("(?:令和|平成|昭和|民[國国])(?:[0-9元]{1,3}년)?$");

    /** Thur 1/16 @ 3:15p ET, 10월 2일 22:40경. */
    private static final Pattern CLOCK_BEHIND = Pattern.compile(
            "(?:[,.]{0,2} (?:at |@ ?|about |around |approx(?:imately|\\.)? |c\\. ?|~ ?)?(?:[0-2]?[0-9][:.h][0-5][0-9](?: ?[ap]\\.?m?\\b\\.?| ?(?:h|hrs|hours))?(?: ?[ECMP][SD]?T)?|(?:[01][0-9]|2[0-3])[0-5][0-9](?: ?(?:h|hrs|hours)|[IZKJ])?|(?<=at |@ ?)[0-9]{1,2}(?: ?[ap]\\.?m?)?|1?[0-9] o['’]clock|noon|midnight|eve|evening)|(?<=[0-9][ap]m?|:[0-5][0-9]) [ECMP][SD]?T|(?<=[0-9][:.][0-5][0-9]|[ ,][0-2][0-9][0-5][0-9]) ?(?:h|hrs|hours)\\b"
                    + "|(?<=[0-9]{4}):[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?|(?<= [0-9]{1,2})\\.[0-5][0-9]|-?(?:ish|st|nd|rd|th)\\b|(?<=/[0-9]{4})-[0-2][0-9][0-5][0-9]|(?<=(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2})[~/](?:3[01]|[12][0-9]|0?[1-9])"
                    + "|(?:\\s?(?:[0-2]?[0-9]:[0-5][0-9]|(?:오전|오후|새벽|아침|저녁|밤|낮)?\\s?[0-9]{1,2}시(?:\\s?(?:[0-9]{1,2}분|반))?))?(?:경|쯤)|\\.?\\s?[월화수목금토일]\\.)"
                    + "(?![0-9A-Za-z/%가-힣]|[-.:,][0-9]|\\s?(?:ml|mL|cc|mg|g|kcal|units?|L)\\b)");

    private static final String HOUR = "(?:[0-9]{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)\\s?시";

    /** In Korean: 음력 섣달 초사흘, 10월 26일 토요일 낮 12시, 새벽두시반. */
    private static final Pattern KOREAN_BEHIND = Pattern.compile(
            "(?:(?<=[월달초])\\s?(?:초|상달\\s)?(?:(?:초|열|스무)?\\s?(?:하루|하룻|이틀|이튿|사흘|사흗|나흘|나흗|닷새|닷샛|엿새|엿샛|이레|이렛|여드레|여드렛|아흐레|아흐렛|열흘)날?|파일|스무날|보름날?|그믐날?)"
                    + "|(?<=[0-9]{4})년|(?<=월)\\s?(?:말일|(?:초|말|초순|중순|하순)(?![가-힣]))|\\s음력|\\)?\\s?[월화수목금토일]요일|(?<=['’][0-9]{2})\\.(?:[0-9]{1,2}(?![0-9])|[일이삼사오유칠팔구시십]{1,2}월)"
                    + "|\\)?\\s?(?:오전|오후|새벽|아침|점심|저녁|밤|낮|정오|자정)(?:시간|때|나절|녘)?(?:\\s?" + HOUR
                    + "(?:\\s?[0-9일이삼사오십]{1,3}분|\\s?반)?)?"
                    + "|\\)?\\s?(?:(?:오전|오후|새벽|아침|점심|저녁|밤|낮)\\s?)?" + HOUR
                    + "(?:\\s?[0-9일이삼사오십]{1,3}분|\\s?반)?(?!간)|(?<=시)\\s?반){1,5}(?:경|쯤)?");

    private static final String NUMBER_WORD =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|oh)";

    private static final Pattern YEAR_BEHIND = Pattern.compile(
            ",? (?:nineteen|twenty|two thousand)(?:[ -](?:and )?" + NUMBER_WORD + "){0,3}\\b",
            Pattern.CASE_INSENSITIVE);

    private WholeDates() {}

    static Finding whole(String text, Finding found) {
        int start = found.start();
        if (start > 1 && text.charAt(start - 1) == ' ' && BEFORE_BLANK.indexOf(text.charAt(start - 2)) >= 0) {
            start = mayEndClock(text, start - 2) ? Window.startOf(CLOCK_BEFORE, text, start, REACH) : start;
            start = start == found.start() && mayEndMonth(text, start - 2)
                    ? Window.startOf(DAY_BEFORE, text, start, REACH)
                    : start;
        }
        if (start > 1 && (isChinese(text.charAt(start - 1)) || text.charAt(start - 1) == '년')) {
            start = Window.startOf(ERA_BEFORE, text, start, REACH);
        }
        int end = found.end();
        end = mayBeClock(text, end) ? Window.endOf(CLOCK_BEHIND, text, end) : end;
        end = mayBeKorean(text, end) ? Window.endOf(KOREAN_BEHIND, text, end) : end;
        int word = Window.beyond(text, end);
        boolean mayBeYear = word < text.length() && "nNtT".indexOf(text.charAt(word)) >= 0;
        return found.grown(start, mayBeYear ? Window.endOf(YEAR_BEHIND, text, end) : end);
    }

    /** Last two letters of the months of {@link #DAY_BEFORE}, and of what can stand behind them. */
    private static final LetterPairs MONTH_ENDS = LetterPairs.of(
            LetterPairs.bothCases(
                    "er rs il ai in et ut ût re ro zo yo io to ho ço le no ie rt ei li ni us ar rz es kt ez an al ab os ri de"));

    private static boolean mayEndClock(String text, int last) {
        char before = last > 0 ? text.charAt(last - 1) : ' ';
        return switch (text.charAt(last)) {
            case ',' -> true;
            case 'h' -> before == ' ' || Character.isDigit(before);
            case 's' -> before == 'r';
            case 'm' -> "ap.".indexOf(before) >= 0;
            case '.' -> before == 'm';
            case 'n' -> before == 'o';
            default -> Character.isDigit(text.charAt(last)) && Character.isDigit(before);
        };
    }

    private static boolean mayEndMonth(String text, int last) {
        char c = text.charAt(last);
        return c == '.' || Token.isHangul(c) || isChinese(c) || MONTH_ENDS.has(text, last - 1);
    }

    private static boolean isChinese(char c) {
        return c >= 0x4e00 && c <= 0x9fff;
    }

    /** Last letters of what {@link #CLOCK_BEFORE} and {@link #DAY_BEFORE} read. */
    private static final String BEFORE_BLANK = "0123456789shmn,.eioltrábd기음력양월화수목금토일년자축인묘진사오미신유술해年子丑寅卯辰巳午未申酉戌亥";

    private static final String CLOCK_SIGNS = "0123456789@~:-/경쯤오새아저밤낮월화수목금토일hIZKJ";

    private static final LetterPairs CLOCK_WORDS = LetterPairs.of(
            List.of("at ab ar ap c. no mi ev is st nd rd th ES ED ET CS CD CT MS MD MT PS PD PT".split(" ", -1)));

    private static boolean mayBeClock(String text, int end) {
        int at = Window.beyond(text, end);
        return at < text.length()
                && (CLOCK_SIGNS.indexOf(text.charAt(at)) >= 0
                        || text.startsWith("c ", at)
                        || CLOCK_WORDS.has(text, at));
    }

    private static final String KOREAN_SIGNS = "초상하이사나닷엿여열스보그파음월화수목금토일오새아점저밤낮정자한두세네다시반년말중이삼유칠팔구십";

    private static boolean mayBeKorean(String text, int end) {
        int at = Window.beyond(text, end);
        return at < text.length() && (Character.isDigit(text.charAt(at)) || KOREAN_SIGNS.indexOf(text.charAt(at)) >= 0);
    }
}
