package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that have a name, which say the day as well as a number does: feasts, and the old Korean calendar. They are masked. */
final class Holidays {

    /** Of all countries and faiths, by the names that notes in Latin letters have for them. */
    private static final String WORLD =
            "Whit(?:sun| (?:Sunday|Monday))|Ash Wed(?:s|nesday)?|(?:Mothering|Advent|Trinity|Stir-up|Low|Passion) Sunday|Holy (?:Thursday|Saturday|Innocents'? Day)|Ascension (?:Day|Thursday)|All Souls'?(?: Day)?|Candlemas|Lammas|Martinmas|Lady Day|Twelfth Night|Pancake (?:Day|Tuesday)|Guy Fawkes(?: [Nn]ight)?|St (?:Andrew|David|George)'s [Dd]ay|Orthodox (?:Easter|Christmas)"
                    + "|Shavuot|Simchat Torah|Tisha B'?Av|Lag Ba'?Omer|Tu B'?[Ss]hvat|Pesach|Ashura|Mawlid|Arba'?een|Laylat al-Qadr|Baisakhi|Vaisakhi|Lohri|Makar Sankranti|Raksha Bandhan|Janmashtami|Ganesh Chaturthi|Durga Puja|Karva Chauth|Ugadi|Gudi Padwa|Maha ?[Ss]hivaratri|Guru Nanak Jayanti|Gurpurab|Dasara|Dashain|Tihar|Losar|Avurudu|Poson|Galungan|Nyepi|Lebaran|Sinulog|Undas"
                    + "|Nauryz|Navruz|Norooz|Obon|Tanabata|Setsubun|Qingming|Ching Ming|Dragon Boat(?: Festival)?|Double Ninth|Loy Krathong|Thingyan|Pchum Ben|Timkat|Enkutatash|Meskel|Fasika|Jamhuri Day|Mashujaa Day|Madaraka Day|Saba Saba|Umuganura|Waitangi(?: weekend)?|Ekka(?: Wednesday)?|Melbourne Cup(?: [Dd]ay)?|Koningsdag|Sinterklaas|Santa Lucia|Valborg|Walpurgis(?: Night)?|[Vv]appu|[Jj]uhannus|Ferragosto|Befana|Rosenmontag|Himmelfahrt|Pfingsten|Fronleichnam|Vidovdan|Maslenitsa|Semana Santa|Fiestas Patrias|Inti Raymi|[Dd][ií]a de (?:los )?(?:[Mm]uertos|[Rr]eyes)";

    private static final StartedForm ENGLISH = StartedForm.of(
            "(?:Thanksgiving(?: Day)?|(?:Christmas|Xmas)(?: Eve| Day)?(?! (?:disease|factor|tree))|New Year(?:'?s?(?: Eve| Day)|'s)|Easter(?: Sunday| Mon(?:day)?)?|Hallow(?:e'?)en|NYE"
                    + "|(?:Labor|Memorial|Veterans'?|Independence|Columbus|MLK|Presidents'?|Boxing|Canada|ANZAC|Mother'?s'?|Father'?s'?|St\\.? Patrick'?s|Valentine'?s|(?:St\\.? )?Stephen'?s|All Saints'?|Martin Luther King|Patriots'?|Indigenous Peoples'?|Remembrance|Australia|Waitangi|Victoria|Republic|Bastille|Flag|Leap) [Dd]ay(?: eve\\b)?|(?:St\\.? Pat(?:rick)?|Valentine|(?:St\\.? )?Stephen|Mother|Father)'?s(?: [Dd]ay)?(?= (?:came|parade|weekend|eve)|[.,;)])|All Saints"
                    + "|Fourth of July|Good Friday|Ash Wednesday|Palm Sunday|Passover|Hanukkah|Chanukah|Yom Kippur|Rosh Hashanah|Ramadan|Eid(?: al-[A-Z][a-z]+)?|Diwali|Juneteenth|Cinco de Mayo"
                    + "|" + WORLD
                    + "|Black Friday|(?:Lunar|Chinese) New Year(?:'s Day)?|Midsommar|Midsummer(?:'s Day| Eve)|Onam|Pongal|Nowruz|Songkran|Navratri|Dussehra|Holi|Purim|Sukkot|Tet(?! spell|\\s?[.(+:-]|\\s?[0-9](?!9[0-9]{2}\\b|0[0-9]{2}\\b))|Tsagaan Sar|Naadam|Bonfire Night|Burns Night|Hogmanay|Shrove Tuesday|Maundy Thursday|Pentecost|Kwanzaa|Mid-Autumn(?: Festival)?|Corpus Christi|Chuseok|Seollal|Matariki|Michaelmas|Nos Galan|Deepavali|Hari Raya(?: [A-Z][a-z]+)?|Vesak|Thaipusam|CNY|Tết|(?:May|Spring|Aug(?:ust)?|Summer|Easter|Autumn|June|October) [Bb]ank [Hh]oliday(?: Mon(?:day)?)?|(?:Labou?r|Heritage|Queen's Birthday|King's Birthday|Freedom|Youth|Family) (?:Day|weekend|wknd)|Super Bowl Sunday|Mardi Gras)\\b(?: weekend| week)?(?:,? (?:19|20)[0-9]{2}\\b)?",
            "AN Ad Al Ar As Au Av Ba Be Bl Bo Bu CN Ca Ch Ci Co Da De Di Do Dr Du Dí Ea Ei Ek En Fa Fe Fi Fl Fo Fr Ga Go Gu Ha He Hi Ho In Ja Ju Ka Ki Ko Kw La Le Lo Lu ML Ma Me Mi Mo NY Na Ne No Ny Ob Oc On Or Pa Pc Pe Pf Po Pr Pu Qi Qu Ra Re Ro Sa Se Sh Si So Sp St Su Ta Te Th Ti Tr Ts Tu Tw Tế Ug Um Un Va Ve Vi Wa Wh Xm Yo di dí ju va");

    private static final String FEASTS =
            "추석|한가위|설날|(?:구정|신정)(?=$|[\\s.,)]|에|때|연휴)|크리스마스|성탄절|어린이날|어버이날|스승의 ?날|광복절|개천절|한글날|현충일|제헌절|삼일절|석가탄신일|부처님 ?오신 ?날|정월 ?대보름|대보름|초파일|한식날|근로자의 ?날|식목일|수능일|수능날|단오(?:날)?(?=$|[^가-힣]|에|때|날|무렵|까지|이튿)|동지(?:날)?(?=$|[^가-힣]|에|때|팥|이후|무렵)|동짓날|한식(?= 다음| 전|날)|초복|말복|중복날|복날|백중(?=$|[\\s.,)]|날|에|때)|입춘|경칩|춘분|곡우|입하|망종|입추|처서|백로(?=$|[^가-힣]|에|때|무렵)|추분|한로(?=$|[^가-힣]|에|때|무렵)|상강|입동|소한|부활주일|삼짇날|칠석|빼빼로데이|발렌타인데이|핼러윈|할로윈|추수감사절|부활절|차강사르|나브루즈|뗏(?=$|[^가-힣]|에|때|연휴)";

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
            + "|(?<![월달] )(?:초|열)(?:하루|열흘|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레)(?=$|[\\s.,)]|날|에|께|경|까지)(?!\\s?(?:동안|간|째|넘게|만에|치))"
            + "|" + SEXAGENARY + "(?=$|[^가-힣]|생|에)"
            + "|(?:" + FEASTS + ")(?:\\s?(?:전날|당일|이브|연휴|다음\\s?날|이튿날))?)");

    private static final Pattern FOURTH = Pattern.compile("4th of July\\b");

    private Holidays() {}

    static void claim(Claims claims, List<Token> tokens) {
        for (Token token : tokens) {
            if (token.word().is(Word.FEAST, Holidays::mayBegin)) {
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
        return word.isHangul() ? KOREAN : ENGLISH.pattern();
    }

    /** What can stand behind the first word of a feast that has more. */
    private static final List<String> BEHIND_FIRST = List.of(" ", ".", "'");

    /** Whether a form matches a word, or could if more stood behind it. */
    private static boolean mayBegin(Word word) {
        String text = word.text();
        return word.isHangul()
                ? mayMatch(KOREAN, text)
                : ENGLISH.mayBegin(text, 0)
                        && mayMatch(ENGLISH.pattern(), text) // what fails on the word alone fails with every sign
                        && BEHIND_FIRST.stream().anyMatch(sign -> mayMatch(ENGLISH.pattern(), text + sign));
    }

    private static boolean mayMatch(Pattern form, String beginning) {
        Matcher matcher = form.matcher(beginning);
        return matcher.lookingAt() || matcher.hitEnd();
    }

    private static void claimAt(Claims claims, Pattern form, int at) {
        Matcher found = Window.at(form, claims.text(), at);
        if (found.lookingAt()) {
            claims.claim(new Finding(at, DateForms.withTime(claims.text(), found.end()), IdentifierType.DATE, ""));
        }
    }
}
