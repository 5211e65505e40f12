package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands before and behind a Hangul word of one note and says that it names a person. */
final class KoreanContext {

    /** What a place says about the word that stands there. */
    enum Cue {
        NONE(0),
        /** The name of a department or team, which often stands before the name of who works there. */
        DEPARTMENT(2),
        /** Alone between brackets, commas, strokes or the ends of a line, as in rosters. */
        ISOLATED(2),
        /** A role, a bed, an organisation, or a name before in the same list. */
        ROLE(3),
        /** A relative or a friend. */
        KIN(3),
        /** A field of a form, which is filled with a name and nothing else. */
        FORM(5),
        /** The field of the name itself: whatever fills it is one. */
        NAME(8);

        private final int points;

        Cue(int points) {
            this.points = points;
        }

        /** As {@link KoreanNameEvidence} counts them. */
        int points() {
            return points;
        }
    }

    private static final String KIN_WORDS =
            "배우자|아들|딸|남편|부인|아내|처|모|부|형|동생|어머니|아버지|어머님|아버님|엄마|아빠|손자|손녀|며느리|사위|언니|오빠|누나|보호자";

    /** Right after a name: sex, age, birthday or number in brackets or behind a stroke, or the end of a signature. */
    private static final Pattern PERSON_AFTER = Pattern.compile("^\\s?(?:\\(\\s?(?:남|여|M\\b|F\\b|m\\b|f\\b"
            + "|만?\\s?[0-9]{1,3}\\s?(?:세|/|y|,)|[0-9]{6}\\s?[-)]|(?:19|20)?[0-9]{2}\\s?[-./년]|[0-9]{3,}-[0-9]|본인|"
            + KIN_WORDS + "|[가-힣]{2,6}과\\b|[가-힣]{2,8}\\s?,\\s?[0-9]{1,3}\\s?/?\\s?[세MF남여]"
            + "|인\\)|서명|가명|관계|사번|군번|주치의|담당|수간호사|sign|010|[A-Z][a-z]+)"
            + "|,?\\s?(?:M\\.?D\\b|R\\.?N\\b|Ph\\.?D\\b)|/\\s?(?:M\\b|F\\b|남|여|[0-9]{2,})|,?\\s(?:M|F|남|여)\\s?/\\s?[0-9]|\\(인\\)"
            + "|[,\\s]+(?:만\\s?)?[0-9]{1,3}\\s?세\\b|,?\\s[0-9]{1,3}\\s?/\\s?[MF남여]"
            + "|,?\\s(?:생년월일|주민|[0-9]{6}\\s?-?\\s?[0-9]{7}|0[17][0-9][-. )]|\\+82))");

    private static final Pattern AGE_AFTER = Pattern.compile("^\\s(?:만\\s?)?[0-9]{1,3}\\s?(?:세|살|개월)");
    private static final Pattern CHILD_OF =
            Pattern.compile("^\\s(?:큰|작은|첫째|둘째|막내|외)?(?:" + KIN_WORDS + ")(?:입니다|이에요|이고|인데|으로|분|$|\\s|,)");
    private static final Pattern CLOSING = Pattern.compile("^\\s?(?:드림|올림|배상|드립니다|입니다|拜|\\(인\\)|\\(서명\\))");
    private static final Pattern BED_BEFORE = Pattern.compile("(?:[0-9]호실?|[0-9]{3,4}-[0-9]{1,2})[).:]?\\s$");
    private static final Pattern FIELD = Pattern.compile("간호사명|[가-힣]{0,4}성명|성함|이름|환자명|서명|작성자|확인자|예금주");

    /** Labels that say who does something: 보낸사람, 담당자, 검사의. */
    private static final Pattern AGENT = Pattern.compile("[가-힣]*(?:사람|자|인|의|사|원|장|생|님|모|부|인수|인계|변경)");

    /** What only persons do or have, behind a subject. */
    private static final Pattern PERSONS_DO = Pattern.compile(
            "^\\s.{0,12}?(?:다고|라고|냐고|자고|달라고|호소|말씀|주장|원하|원함|거부|요청|걱정|내원|퇴원|입원|귀가|외출|수면 중|식사|울|웃|모시고|데리고|동행|동반|방문|전화|동의|서명)");

    /** 제 이름은, 성함이. */
    private static final Pattern IS_NAME = Pattern.compile("(?:이름|성함|성명|존함)[은이]");

    private static final int LENGTH_OF_IS_NAME = 3;

    private static final Set<String> SUBJECT = WordSet.of("은 는 이 가 께서 께서는");

    private static final Set<String> KIN = WordSet.of(
            "여자친구 남자친구 여친 남친 약혼자 약혼녀 동거인 전남편 전처 이모 고모 삼촌 할머니 할아버지 시어머니 시아버지 장모 장인 아들 딸 손자 손녀 남편 부인 아내 동생 여동생 남동생 누나 언니 오빠 형 친구 아기 환아 조카 며느리 사위 룸메이트 첫째 둘째 셋째 막내 쌍둥이 손주 아이 큰아들 작은아들 막내아들 "
                    + "큰딸 작은딸 막내딸 큰형 작은형 큰누나 작은누나 큰손자 막냇동생 막내동생 사촌 사촌동생 외손자 외손녀 외삼촌 큰아버지 작은아버지 따님 아드님 며느님 형수 제수 처남 처제 처형 매형 매제 시누이 시동생");

    private static final Set<String> ROLES = WordSet.of(
            "간호사 교수 전공의 전문의 과장 원장 치료사 복지사 보호사 의사 주치의 판독의 집도의 마취의 당직의 의뢰의 병리의 남편 아들 딸 어머니 아버지 보호자 환자 담당자 작성자 검사자 확인자 수술의 시술의 촉탁의 "
                    + "상담사 약사 영양사 심리사 통역사 간병인 담임 사회복지사 환아 산모 남자 여자 남성 여성 전담의 협진의 응급의 수련의 인턴 레지던트 조무사 구조사 방사선사 병리사 코디네이터 센터장 팀장 실장 군의관 위생사 관리자 "
                    + "유가족 가족 형제 자매 근로자 접종자 신고자 설명자 발단자 망자 사망자 병사 훈련병 학생 이웃 대상자 피보험자 조회상 임상정보 기사 대원 선언의 지도교수 지도의 보조의 사용자 가입자 수령인 방문자 상담실장 원무 진료의 직원 "
                    + "강사 교사 직원 경비 상기인 연구원 연구자 조사관 감독 코치 변호사 형사 기자 작가");

    /** As Latin letters before a Hangul name. */
    private static final Set<String> LATIN_ROLES = WordSet.of(
            "rn r pi crc cra ot pt dr md np pa by husband wife son daughter father mother brother sister operator "
                    + "assist assistant scrub circulating surgeon anesthesia nurse resident intern fellow attending intensivist "
                    + "prof professor pcp boss name re patient interpreter caregiver sub-i staff");

    private static final int LONGEST_ROLE = 6;
    private static final int FEWEST_OF_NAME = 3;
    private static final int FARTHEST = 6;
    private static final int SIGHT = 24;

    private static final int TITLED = 3;
    private static final int TOLD = 4;
    private static final int CERTAIN = 9;
    private static final Pattern POLITE = Pattern.compile("(?:님|씨)(?:은|는|이|가|을|를|의|께|께서|에게|과|와|도)?");

    private static final String IN_CHARGE = "담당";

    private static final LetterPairs ROLE_ENDS = LetterPairs.ofEnds(ROLES);
    private static final LetterPairs ROLE_STARTS = LetterPairs.of(
            Stream.of(ROLES, KIN, Set.of(IN_CHARGE)).flatMap(Set::stream).toList());

    /** Last syllables of the words for the field of a name. */
    private static final String FIELD_ENDS = "명함름자주";

    /** What {@link #PERSON_AFTER} and {@link #CLOSING} can begin with, behind blanks and commas. */
    private static final String PERSON_SIGNS = "(/MFRP남여만생주+0123456789드올배입拜";

    private final Set<String> formCues;
    private final Set<String> cues;
    private final KoreanGrammar grammar;
    private final Claims claims;
    private final String text;
    private final List<Token> tokens;

    KoreanContext(Lexicon lexicon, KoreanGrammar grammar, Claims claims, List<Token> tokens) {
        formCues = lexicon.korean("formcues");
        cues = lexicon.korean("cues");
        this.grammar = grammar;
        this.claims = claims;
        this.text = claims.text();
        this.tokens = tokens;
    }

    /** What the words before a token say of it. */
    Cue before(int i) {
        Cue told = told(i);
        if (told != Cue.NONE || !isIsolated(i)) {
            return told;
        }
        return signs(tokens.get(i)) ? Cue.FORM : Cue.ISOLATED;
    }

    /** Alone on the last line of several, as whoever wrote a note signs it. */
    private boolean signs(Token token) {
        return token.start() > 0
                && text.charAt(token.start() - 1) == '\n'
                && text.substring(token.end()).isBlank();
    }

    /** Nothing but signs on both sides. */
    private boolean isIsolated(int i) {
        int before = tokens.get(i).start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        int after = tokens.get(i).end();
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        return (before < 0 || "\n,:/·([→".indexOf(text.charAt(before)) >= 0)
                && (after >= text.length() || "\n,/·()]→".indexOf(text.charAt(after)) >= 0);
    }

    private Cue told(int i) {
        Token token = tokens.get(i);
        if (mayFollowBed(token.start())
                && BED_BEFORE
                        .matcher(text.substring(Math.max(0, token.start() - 8), token.start()))
                        .find()) {
            return Cue.ROLE;
        }
        if (i == 0) {
            return Cue.NONE;
        }
        Token before = tokens.get(i - 1);
        int length = token.start() - before.end();
        String gap = length > FARTHEST ? "." : text.substring(before.end(), token.start());
        if (gap.indexOf('.') >= 0 || gap.indexOf(';') >= 0) {
            return Cue.NONE;
        }
        if (gap.equals(" ") && before.hangul() && claims.isOrganisation(before.end() - 1)) {
            return Cue.ROLE;
        }
        if (gap.strip().equals("(") && !before.hangul() && claims.isName(before.end() - 1)) {
            return Cue.ROLE; // the same name in the other script
        }
        return before.hangul() ? afterHangul(i, before.word(), gap) : afterLatin(before.text(), gap);
    }

    private boolean mayFollowBed(int at) {
        return at > 1 && text.charAt(at - 1) == ' ' && "호실0123456789).:".indexOf(text.charAt(at - 2)) >= 0;
    }

    private Cue afterHangul(int i, Word before, String gap) {
        String word = before.text();
        boolean field = before.is(Word.FORM_CUE, it -> formCues.contains(it.text()));
        if (gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.indexOf('|') >= 0) {
            if (isField(word)) {
                return Cue.NAME;
            }
            if (field || before.is(Word.NAME_CUE, this::announcesName)) {
                return Cue.FORM;
            }
            if (gap.indexOf('\n') < 0 && AGENT.matcher(word).matches()) {
                return Cue.ROLE;
            }
        }
        if (gap.indexOf('\n') >= 0) {
            return Cue.NONE;
        }
        if (gap.isBlank() && isField(word)) {
            return Cue.NAME;
        }
        if (field && gap.isBlank()) {
            return Cue.ROLE;
        }
        if (gap.equals(" ")
                && word.length() == LENGTH_OF_IS_NAME
                && IS_NAME.matcher(word).matches()) {
            return Cue.NAME;
        }
        if (!announces(gap)) {
            return Cue.NONE;
        }
        if (before.is(Word.KIN, it -> KIN.contains(withoutParticle(it.text())))) {
            return Cue.KIN;
        }
        if (before.is(Word.NAME_CUE, this::announcesName)
                || before.is(Word.NAME_CUE_WITH_PARTICLE, it -> announcesName(withoutParticle(it.text())))
                || followsName(i, gap)) {
            return Cue.ROLE;
        }
        return isDepartment(word) && (gap.equals(" ") || gap.strip().equals("(")) ? Cue.DEPARTMENT : Cue.NONE;
    }

    private boolean announcesName(Word word) {
        return announcesName(word.text());
    }

    private boolean announcesName(String word) {
        return cues.contains(word) || endsWithRole(word);
    }

    private static Cue afterLatin(String word, String gap) {
        if (gap.indexOf('\n') >= 0 || !LATIN_ROLES.contains(Lexicon.lower(word)) || !announces(gap)) {
            return Cue.NONE;
        }
        return word.equals("R") && !gap.matches("[1-4]\\s?:?\\s?") ? Cue.NONE : Cue.ROLE;
    }

    private static boolean isDepartment(String word) {
        int n = word.length();
        return n >= 2 && "과팀실부".indexOf(word.charAt(n - 1)) >= 0;
    }

    /** Blank, or one sign or digit with blanks around it. */
    private static boolean announces(String gap) {
        String sign = gap.strip();
        return sign.isEmpty()
                || sign.equals("1:")
                || sign.equals("2:")
                || (sign.length() == 1 && "(),:/-'\"0123456789".contains(sign));
    }

    private static boolean isField(String word) {
        return FIELD_ENDS.indexOf(word.charAt(word.length() - 1)) >= 0
                && FIELD.matcher(word).matches();
    }

    /** After another name and a comma. */
    private boolean followsName(int i, String gap) {
        return !gap.isBlank()
                && ",/·→".contains(gap.strip())
                && claims.isName(tokens.get(i - 1).start());
    }

    private static String withoutParticle(String word) {
        return word.length() > 2 && "은는이가인의께와과랑".indexOf(word.charAt(word.length() - 1)) >= 0
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private static boolean endsWithRole(String word) {
        String bare = word.endsWith("명") || word.endsWith("님") ? word.substring(0, word.length() - 1) : word;
        int longest = ROLE_ENDS.has(bare, bare.length() - 2) ? Math.min(LONGEST_ROLE, bare.length()) : 0;
        for (int length = longest; length >= 2; length--) {
            if (ROLES.contains(bare.substring(bare.length() - length))) {
                return true;
            }
        }
        return false;
    }

    /** Length of the role or relation that a word begins with where a name may follow without a blank: 손자빈우람군이. */
    int roleLength(String word) {
        int longest = ROLE_STARTS.has(word, 0) ? Math.min(LONGEST_ROLE, word.length() - FEWEST_OF_NAME) : 0;
        for (int length = longest; length >= 2; length--) {
            String start = word.substring(0, length);
            if (ROLES.contains(start) || KIN.contains(start) || start.equals(IN_CHARGE)) {
                return length;
            }
        }
        return 0;
    }

    /** Points of what stands behind a token for its being a person. */
    int after(int i, String tail) {
        Token token = tokens.get(i);
        if (!tail.isEmpty() && !tail.equals("님") && !tail.equals("씨")) {
            String after = Window.after(text, token.end());
            boolean person = AGE_AFTER.matcher(after).find()
                    || (SUBJECT.contains(tail) && PERSONS_DO.matcher(after).find())
                    || (tail.equals("의") && CHILD_OF.matcher(after).find())
                    || (tail.startsWith("입니다") && isSentenceEnd(token.end()) && startsSentence(token.start()));
            return person ? TITLED : 0;
        }
        if (isChatName(token)) {
            return CERTAIN;
        }
        if (mayBePersonAfter(token.end())) {
            String after = text.substring(token.end(), Math.min(text.length(), token.end() + SIGHT));
            if (PERSON_AFTER.matcher(after).find() || CLOSING.matcher(after).find()) {
                return TOLD;
            }
        }
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        if (next == null
                || !isNear(token, next)
                || !grammar.isTitled(next.text())
                || next.text().equals("이사")) {
            return 0;
        }
        return POLITE.matcher(next.text()).matches() ? TOLD + 1 : TITLED;
    }

    private boolean mayBePersonAfter(int end) {
        int at = end;
        while (at < text.length() && at < end + SIGHT && (text.charAt(at) == ',' || text.charAt(at) <= ' ')) {
            at++;
        }
        return at < text.length() && PERSON_SIGNS.indexOf(text.charAt(at)) >= 0;
    }

    private boolean isSentenceEnd(int at) {
        return at >= text.length() || ".!\n ".indexOf(text.charAt(at)) >= 0;
    }

    /** A sentence of one word, or the end of one that tells who speaks: 진료협력팀 마동식입니다. */
    private boolean startsSentence(int at) {
        return at == 0 || " \n.,:\"".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** {@code [name] [time] words}, as messengers export a chat. */
    private boolean isChatName(Token token) {
        return token.start() > 0 && text.charAt(token.start() - 1) == '[' && text.startsWith("] [", token.end());
    }

    /** Whether a sentence, bracket or line ends here. */
    boolean endsClause(int at) {
        return at >= text.length() || ".,)\n".indexOf(text.charAt(at)) >= 0;
    }

    /** Whether two tokens touch or stand one blank apart. */
    boolean isNear(Token token, Token next) {
        int gap = next.start() - token.end();
        return gap == 0 || (gap == 1 && text.charAt(token.end()) == ' ');
    }
}
