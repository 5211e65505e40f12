package dari.provisioner.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Korean names in Latin letters, in the spellings that passports and papers use: Kim Minsoo, Hong Gil-dong, Soo-jin Bae. */
final class RomanisedKorean {

    private static final Set<String> SURNAMES = WordSet.of(
            "kim lee yi rhee park pak bak choi choe jung jeong chung cheong kang gang cho jo yoon yun jang "
                    + "chang lim im rim han oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu you lyu hong "
                    + "jeon jun chun ko go koh moon mun yang ryang son sohn bae pae baek paik baik heo hur huh nam "
                    + "shim sim noh roh no ha kwak gwak sung seong cha joo ju woo wu koo ku goo gu min na ra jin ji "
                    + "chi eom um chae won cheon bang pang gong kong hyun hyeon ham byun byeon yeom yum yeo chu choo "
                    + "do so seok suk sun seon seol ma gil yeon wi pyo myung ki ban wang keum ok yook in maeng je mo "
                    + "tak kook eun pyun yong namgung hwangbo jegal sunwoo seonwoo dokgo dokko seomun sagong jwa guk gook gug paeng paing bong pong bok pok gam gal chen kyung gyeong in geum kye gye ye yea pi du doo dan dang do hwa hyung kan gan man myo mook mok muk o ong on pil pan poong ra ro sa sang sap si tan tae tang eo uh ya yong hyon won yeo wol yoe");

    private static final String SYLLABLES =
            "bong|pong|geul|gul|saem|sem|wong|woong|ung|heung|hang|hoe|bang|baek|gak|gok|gyun|gyoon|kyoon|jip|jwa|kwon|gwon|ryang|yang|ryung|neung|mang|mong|pung|sap|ssang|tan|tam|tong|eol|eom|eong|min|soo|su|sung|seong|ji|jee|gi|ki|young|yeong|yong|hee|hui|hyun|hyeon|hyung|hyeong|jin|joon|jun|jung|jeong|joo|ju|jae|jay|woo|wu|u|oo|won|hoon|hun|ho|hwa|hwan|hye|hae|ha|han|eun|un|yoon|yun|yoo|yu|yeon|yon|youn|kyung|kyeong|gyeong|kyu|gyu|gil|dong|tae|dae|sang|seung|seok|suk|sook|seo|suh|sun|seon|sean|so|sol|song|bo|byung|byeong|bin|been|bum|beom|chan|chang|chul|cheol|cheon|choon|chun|do|duk|deok|geun|keun|geon|gun|kun|kwang|gwang|kwan|gwan|goo|gu|gook|kook|guk|hyo|hyuk|hyeok|il|in|kang|ky|kyo|mi|mee|mo|mok|mun|moon|myung|myeong|na|nam|nara|pil|ra|ran|rae|rim|rin|ryeol|ryul|sa|sam|se|shi|si|shin|sin|sik|shik|tak|taek|wan|wook|uk|ye|yea|yeo|yeol|yul|yup|yeop|ah|a|ae|ri|lee|hong|bok|ok|ock|jong|chong|jeon|doo|du|hak|hyang|im|je|jik|joong|jung|kil|kum|geum|lan|lim|lyn|mae|mal|sil|soon|soo|sub|seop|suk|ui|wol|bae|byul|byeol|haneul|areum|boram|ara|bom|da|dan|ga|ka|gyeo|gyul|nae|neul|no|on|pyo|ro|ru|sae|saem|seul|sul|te|teo|yang|ya|yi|yo";

    private static final String SYLLABLE = "(?:" + SYLLABLES + ")";

    private static final LetterPairs STARTS = starts(SYLLABLES.split("\\|"));

    private static final String HYPHENED_SYLLABLE =
            "(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjkmnprsty])?(?:yeo|yae|ae|ya|ye|yo|yu|wa|wae|we|wo|wi|eo|eu|oe|oo|ee|ui|[aeiou])(?:ng|[klmnptr])?";

    private static final Pattern GIVEN = Pattern.compile(SYLLABLE + "[- ]?" + SYLLABLE);
    /** Any two syllables of the Revised Romanization (2000) with the hyphen that only names have. */
    private static final Pattern HYPHENED = Pattern.compile(HYPHENED_SYLLABLE + "-" + HYPHENED_SYLLABLE);

    private static final Pattern ONE = Pattern.compile(SYLLABLE);

    private RomanisedKorean() {}

    /** What two syllables begin with, of which the first may be one letter: then the second or a sign between them stands behind it. */
    private static LetterPairs starts(String... syllables) {
        List<String> behind = new ArrayList<>(List.of(syllables));
        behind.addAll(List.of("-", " "));
        return LetterPairs.of(Stream.of(syllables)
                .flatMap(first ->
                        first.length() > 1 ? Stream.of(first) : behind.stream().map(first::concat))
                .toList());
    }

    private static boolean isGivenOf(String lower) {
        return GIVEN.matcher(lower).matches() || HYPHENED.matcher(lower).matches();
    }

    /** Whether a word reads as a given name of two syllables. */
    static boolean isGiven(String lower) {
        return lower.length() >= 5
                && STARTS.has(lower, 0)
                && GIVEN.matcher(lower).matches();
    }

    /**
     * Whether two or three words, in either order, are a surname and a given name.
     *
     * @param middle the word between, or empty
     */
    static boolean isName(String first, String last, String middle) {
        if (SURNAMES.contains(first)) {
            return middle.isEmpty()
                    ? isGivenOf(last)
                    : ONE.matcher(middle).matches() && ONE.matcher(last).matches();
        }
        return SURNAMES.contains(last)
                && (middle.isEmpty()
                        ? isGivenOf(first)
                        : ONE.matcher(first).matches() && ONE.matcher(middle).matches());
    }
}
