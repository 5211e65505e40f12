package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Names of foreigners in Hangul, where the place announces a person and neither Korean names nor the dictionary explain the words:
 * 남편 바트바야르는, 통역: 응우옌 티 흐엉, 솔롱고님.
 */
final class ForeignNames {

    private static final int MOST_WORDS = 4;
    private static final int ENOUGH = 5;

    /** Syllables that hardly any Korean word has, but many names written by their sound. */
    private static final String ALIEN = "트르프크츠브드즈푸쿠투카타파샤쟈옌응흐엉쩐뚜띠쑤쓰짠쯔베레테데벨겔룽롱툭톡멘렌엔젠첸딜굴줄칸탄셰쳰궈쉬뤼팜토키코쿄";

    private static final Set<String> JAPANESE = WordSet.of(
            "나카무라 다나카 사토 스즈키 다카하시 이토 와타나베 야마모토 고바야시 가토 요시다 야마다 사사키 야마구치 마쓰모토 이노우에 기무라 하야시 시미즈 야마자키 모리 아베 이케다 하시모토 이시카와 오가와 오카다 하세가와 후지타 고토 곤도 무라카미 엔도 아오키 사카모토 사이토 후쿠다 오타 니시무라 후지이 가네코 오카모토 나카지마 나카노 하라다 마쓰다 다케우치 오노 나카야마 이시이 우에다 모리타 하라 시바타 사카이 미야자키 요코야마 다카기 안도 우치다");

    private static final LetterPairs JAPANESE_STARTS = LetterPairs.of(JAPANESE);

    private static final Set<String> VIETNAMESE = WordSet.of("응우옌 쩐 레 팜 판 호앙 부 보 당 부이 도 호 응오 즈엉 리 딘 쯔엉 후인");

    /** With these only names of Vietnam begin. */
    private static final Pattern CERTAIN_WORDS =
            Pattern.compile("(?:응우옌|응우엔|응웬|응엔|응오|쩐티|쩐반|팜티|팜반|레티|레반|부이티|호앙티|호앙반|도안티|쯔엉|즈엉|당티)[가-힣]");

    private static final LetterPairs CERTAIN = LetterPairs.of(
            List.of("응우", "응웬", "응엔", "응오", "쩐티", "쩐반", "팜티", "팜반", "레티", "레반", "부이", "호앙", "도안", "쯔엉", "즈엉", "당티"));

    /** Of drugs and devices, which stand at the same places. */
    private static final Pattern SUBSTANCE = Pattern.compile(
            ".*(?:마이신|실린|스타틴|프릴|사르탄|디핀|프라졸|졸람|제팜|플록사신|사이클린|아졸|팜|롤|신|민|린|핀|졸|놀|돈|펜|론|맙|닙|정|주|캡슐|시럽|크림|연고|패치|펌프|카테터|튜브|드레싱|센터|병동|스캔|검사|로봇|테스트|프로그램)");

    /** Particles that a person takes as the subject or the goal of a sentence. */
    private static final Set<String> PARTICLES = WordSet.of("은 는 이 가 의 와 과 에게 께 께서 한테 님 씨 님은 님이 님께 씨는 씨가 입니다 이며");

    private static final Pattern COUNTRY_AFTER = Pattern.compile("^\\s?\\((?:[가-힣]{2,8}|[A-Z][a-z]+)[,)].*");
    private static final Pattern TITLE = Pattern.compile("(?:님|씨|환자|산모|아기)(?:은|는|이|가|을|를|의|께|께서|에게|과|와|도)?");

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;

    ForeignNames(KoreanGrammar grammar, KoreanMorphology morphology) {
        this.grammar = grammar;
        this.morphology = morphology;
    }

    /**
     * Where the name that begins with a token ends in the text; the token's start if none begins.
     *
     * @param followed whether what stands behind the token says that it is a person; asked seldom, since it costs
     */
    int endAt(String text, List<Token> tokens, int i, KoreanContext.Cue cue, BooleanSupplier followed) {
        Token first = tokens.get(i);
        if (!isStrange(first)) {
            return first.start();
        }
        boolean certain = CERTAIN.has(first.text(), 0)
                && CERTAIN_WORDS.matcher(first.text()).lookingAt();
        if (!certain
                && cue.points() < KoreanContext.Cue.KIN.points()
                && !JAPANESE.contains(first.text())
                && !mayBeAddressed(text, first)
                && !followed.getAsBoolean()) {
            return first.start();
        }
        int last = i;
        while (last + 1 < tokens.size()
                && last - i + 1 < MOST_WORDS
                && isRightBehind(text, tokens.get(last), tokens.get(last + 1))
                && stemOf(tokens.get(last)).length() == tokens.get(last).text().length()
                && (isStrange(tokens.get(last + 1)) || isLastPart(text, tokens, i, last + 1))) {
            last++;
        }
        String stem = stemOf(tokens.get(last));
        String tail = tokens.get(last).text().substring(stem.length());
        int end = tokens.get(last).start() + stem.length();
        boolean addressed = TITLE.matcher(tail).matches()
                || (last + 1 < tokens.size()
                        && isRightBehind(text, tokens.get(last), tokens.get(last + 1))
                        && TITLE.matcher(tokens.get(last + 1).text()).matches())
                || (last == i && followed.getAsBoolean());
        boolean from = COUNTRY_AFTER
                .matcher(text.substring(tokens.get(last).end(), Math.min(text.length(), end + 16)))
                .matches();
        int points = (certain ? ENOUGH : cue.points()) + (addressed || from ? 3 : 0) + (last > i ? 1 : 0);
        points += !tail.isEmpty() ? 1 : 0;
        points += stemOf(first).length() >= 3 ? 1 : 0;
        points += isAlien(text.substring(first.start(), end)) ? 1 : 0;
        boolean substance = last == i && SUBSTANCE.matcher(stem).matches() && cue != KoreanContext.Cue.KIN;
        return points >= ENOUGH && !substance ? end : first.start();
    }

    /** A surname of Japan and what stands behind it, before either half is taken for a Korean name. */
    static void claimJapanese(Claims claims, List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            Token surname = tokens.get(i);
            Token given = tokens.get(i + 1);
            if (JAPANESE_STARTS.has(surname.text(), 0)
                    && JAPANESE.contains(surname.text())
                    && given.hangul()
                    && isRightBehind(claims.text(), surname, given)) {
                int length = stemOf(given).length();
                if (length >= 2 && length <= LONGEST_JAPANESE) {
                    claims.claim(surname.start(), given.start() + length, IdentifierType.NAME);
                }
            }
        }
    }

    private static final int LONGEST_JAPANESE = 4;

    /** A word that the dictionary knows, which still belongs to a foreign name before it. */
    private boolean isLastPart(String text, List<Token> tokens, int i, int k) {
        Token token = tokens.get(k);
        String stem = stemOf(token);
        if (!token.hangul()
                || stem.length() < 2
                || stem.length() > 4
                || grammar.isNoName(stem)
                || grammar.isTitled(stem)
                || grammar.isTitled(token.text())) {
            return false;
        }
        if (VIETNAMESE.contains(tokens.get(i).text())) {
            return stem.length() <= 3;
        }
        boolean ends = stem.length() < token.text().length()
                || token.end() >= text.length()
                || ",)(\n".indexOf(text.charAt(token.end())) >= 0;
        return ends && k == i + 1 && isAlien(tokens.get(i).text());
    }

    /** Without a cue before them only names count that a title or a country in brackets is near to. */
    private static boolean mayBeAddressed(String text, Token first) {
        String near = text.substring(first.start(), Math.min(text.length(), first.end() + 20));
        return near.indexOf('님') >= 0
                || near.indexOf('씨') >= 0
                || near.indexOf('(') >= 0
                || near.contains("환자")
                || near.contains("산모")
                || near.contains("아기");
    }

    private static boolean isAlien(String stem) {
        return stem.chars().anyMatch(c -> ALIEN.indexOf(c) >= 0);
    }

    /** A word that the dictionary knows only in pieces or not at all. */
    private boolean isStrange(Token token) {
        return token.hangul() && token.word().is(Word.STRANGE, this::isStrange);
    }

    private boolean isStrange(Word word) {
        String stem = stemOf(word.text());
        if (grammar.isNoName(stem) || grammar.isNoName(word.text()) || grammar.isTitled(stem)) {
            return false;
        }
        if (stem.length() < 2) {
            return stem.length() == word.text().length() && (VIETNAMESE.contains(stem) || "티반".contains(stem));
        }
        KoreanMorphology.Verdict verdict = morphology.of(stem);
        return (verdict.unknown() || verdict.fragments() || verdict.proper() >= 1 || isAlien(stem))
                && verdict.noun() < 2
                && !grammar.isPlace(stem);
    }

    private static String stemOf(Token token) {
        return stemOf(token.text());
    }

    private static String stemOf(String word) {
        for (int length = Math.min(3, word.length() - 2); length > 0; length--) {
            if (PARTICLES.contains(word.substring(word.length() - length))) {
                return word.substring(0, word.length() - length);
            }
        }
        return word;
    }

    private static boolean isRightBehind(String text, Token token, Token next) {
        return next.start() - token.end() == 1 && text.charAt(token.end()) == ' ';
    }
}
