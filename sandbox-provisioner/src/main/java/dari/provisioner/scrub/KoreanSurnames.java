package dari.provisioner.scrub;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Surnames that stand alone before a title: 박선생님께, 김 교수님, 팽씨 할머니. */
final class KoreanSurnames {

    /** Surnames that are also words before a title: 이 교수, 전 원장, 주 간호사. */
    private static final Set<String> DETERMINERS = WordSet.of(
            "이 전 현 신 한 고 주 구 각 본 타 부 두 여 진 선 내 외 온 제 어 기 명 방 남 시 당 양 성 인 은 을 도 모 지 옥 금 가 동 간 사 화 형 승 경 두 감 음 소 계");

    private static final Pattern STRONG =
            Pattern.compile("(?:교수|선생|원장|과장|간호사|치료사|약사|전공의|팀장|실장|부장)님?.*|쌤.*|샘(?:이|은|께|님)?");
    private static final Pattern BARE_ROLE = Pattern.compile("(?:간호사|치료사|약사|전공의)(?!님).*");
    private static final Pattern VERY_AMBIGUOUS = Pattern.compile("[이한두각전현신]");

    /** After a surname in Latin letters too. */
    private static final Set<String> LATIN_TITLES = Set.of("prof", "professor", "dr", "md");

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;

    KoreanSurnames(KoreanGrammar grammar, KoreanMorphology morphology) {
        this.grammar = grammar;
        this.morphology = morphology;
    }

    /** Length of the surname that alone names somebody here; 0 if none does. */
    int at(List<Token> tokens, int i, KoreanContext context) {
        String word = tokens.get(i).text();
        for (int length = Math.min(2, word.length()); length > 0; length--) {
            if (grammar.isSurname(word, length) && isAlone(tokens, i, length, context)) {
                return length;
            }
        }
        return 0;
    }

    private boolean isAlone(List<Token> tokens, int i, int length, KoreanContext context) {
        String word = tokens.get(i).text();
        String name = word.substring(0, length);
        String tail = word.substring(length);
        if (tail.isEmpty()) {
            return isBeforeTitle(tokens, i, name, context);
        }
        return isJoined(word, name, tail)
                || (tail.equals("씨")
                        && !DETERMINERS.contains(name)
                        && i + 1 < tokens.size()
                        && context.isNear(tokens.get(i), tokens.get(i + 1))
                        && grammar.isTitled(tokens.get(i + 1).text()));
    }

    private boolean isJoined(String word, String name, String tail) {
        int title = grammar.titleLength(tail);
        boolean ambiguous = DETERMINERS.contains(name);
        if (!grammar.isSurnameTitle(tail)
                || KoreanNameEvidence.isRank(name + tail.substring(0, title))
                || KoreanNameEvidence.isRank(word)) {
            return false;
        }
        if (title == 1 && !STRONG.matcher(tail).matches()) {
            return grammar.isCommonSurname(name)
                    && !ambiguous
                    && morphology.of(word).noun() < 2;
        }
        return !(ambiguous && tail.startsWith("환자"))
                && (grammar.isCommonSurname(name) || !ambiguous || tail.startsWith("교수") || tail.startsWith("선생"));
    }

    private boolean isBeforeTitle(List<Token> tokens, int i, String name, KoreanContext context) {
        boolean ambiguous = DETERMINERS.contains(name);
        if (i > 0
                && grammar.isCommonSurname(name)
                && Lexicon.lower(tokens.get(i - 1).text()).equals("dr")
                && tokens.get(i).start() - tokens.get(i - 1).end() <= 2) {
            return true;
        }
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        if (!ambiguous && context.endsClause(tokens.get(i).end())) {
            return context.before(i) == KoreanContext.Cue.ROLE && grammar.isCommonSurname(name);
        }
        if (next == null || !context.isNear(tokens.get(i), next)) {
            return false;
        }
        if (!next.hangul()) {
            return LATIN_TITLES.contains(Lexicon.lower(next.text()));
        }
        if (!grammar.isSurnameTitle(next.text())) {
            return false;
        }
        if (!ambiguous) {
            return true;
        }
        return STRONG.matcher(next.text()).matches()
                && (!BARE_ROLE.matcher(next.text()).matches()
                        || context.before(i) != KoreanContext.Cue.NONE
                        || !VERY_AMBIGUOUS.matcher(name).matches());
    }
}
