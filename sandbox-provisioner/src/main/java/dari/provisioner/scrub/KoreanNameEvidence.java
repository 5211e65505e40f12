package dari.provisioner.scrub;

import java.util.Set;
import java.util.function.IntSupplier;

/**
 * How much speaks for a Hangul word being a full name, as points that are added up: what its syllables are, what nori's dictionary
 * reads, and what stands around it. The points were set by hand, so that either a listed name, a name of nori's, or an unknown
 * one that its place announces is enough. Not thread-safe.
 */
final class KoreanNameEvidence {

    /** From so many points on a word is a name. */
    static final int ENOUGH = 5;

    /** With so many it may be one, and the steward is told. */
    static final int DOUBTFUL = 4;

    private static final int NEVER = -100;

    /** 에게, 께 and 한테 follow persons and animals alone. */
    private static final int ANIMATE = 2;

    private static final int ANNOUNCED = 3;
    private static final int POLITE = 5;
    private static final int READ_AS_WORDS = -4;
    private static final int BEGINS_WITH_A_WORD = -2;
    private static final int PERHAPS_WORDS = 0;
    private static final int HAS_A_VERB = -3;
    private static final int LISTED = 3;
    private static final int THREE_SYLLABLES_GIVEN = -3;

    /** Of verbs, which nori sometimes takes for names. */
    private static final Set<String> VERBAL_ENDS =
            WordSet.of("하여 하고 하는 하며 하면 하지 하게 해서 해야 하심 하셔 되어 되고 되는 세요 니다 어요 아요 해요 네요 지요 까요 시고 으며 이며 려고 도록 면서 지만");

    private static final Set<String> RANKS = WordSet.of(
            "지도교수 조교수 부교수 정교수 부원장 부과장 주임 전공의 전문의 전임의 주치의 공보의 한의사 수의사 여의사 이사 이사장 공사 기사 감사 강사 교사 약사 명의 성의 어의 신부님 여사 "
                    + "여사님 도사 목사 진사 고인턴 지원장 국장 반장 주인 연구원 현장 전원장 전과장 부실장 부팀장 부장 부장님 부대표 공대표 노대표 차장 조장 성장 신장 이장 면장 방장 선장 "
                    + "원장 원장님 전대표 한씨 조씨 표씨 인군 강군 백군 남군 여군 공군 한양 안양 고양 배양 영양 해양 소양 부양 요양 석양 함양 교양 사양 진양 손님 선님 여님 임군");

    private static final LetterPairs RANK_STARTS = LetterPairs.of(RANKS);
    private static final LetterPairs VERBAL_END_PAIRS = LetterPairs.of(VERBAL_ENDS);

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;

    KoreanNameEvidence(KoreanGrammar grammar, KoreanMorphology morphology) {
        this.grammar = grammar;
        this.morphology = morphology;
    }

    static boolean isRank(String word) {
        return RANKS.contains(word);
    }

    /**
     * @param word between spaces
     * @param surname syllables of the surname
     * @param length syllables of the name
     * @param behindWord points of what stands behind; asked only where the word itself may be a name
     */
    int points(String word, int surname, int length, KoreanContext.Cue cue, IntSupplier behindWord) {
        String stem = word.substring(0, length);
        String tail = word.substring(length);
        String given = stem.substring(surname);
        int title = grammar.titleLength(tail);
        if ((!KoreanGrammar.isBare(tail) && title == 0) || isNever(word, stem, given, tail.substring(0, title))) {
            return NEVER;
        }
        int after = behindWord.getAsInt();
        int behind = Math.max(after, title == 0 ? 0 : titled(length, tail, title));
        if (length == 2 && behind == 0 && cue.points() < ANNOUNCED) {
            return NEVER; // two syllables are more often a word
        }
        boolean announced = behind > 0 || cue.points() >= ANNOUNCED;
        int both = behind > 0 && cue.points() >= ANNOUNCED ? 1 : 0;
        return shape(stem, surname, given)
                + read(word, stem, announced)
                + cue.points()
                + behind
                + both
                + (isOfPersons(tail) ? ANIMATE : 0);
    }

    private boolean isNever(String word, String stem, String given, String title) {
        return grammar.isNoName(stem)
                || grammar.isNoName(word)
                || grammar.isTitled(given)
                || grammar.isPlace(stem)
                || (RANK_STARTS.has(stem, 0)
                        && (RANKS.contains(stem) || (!title.isEmpty() && RANKS.contains(stem + title))))
                || (VERBAL_END_PAIRS.has(stem, stem.length() - 2)
                        && VERBAL_ENDS.contains(stem.substring(stem.length() - 2)));
    }

    private static int titled(int length, String tail, int title) {
        if (title == 1 && (tail.charAt(0) == '님' || tail.charAt(0) == '씨')) {
            return POLITE;
        }
        return length > 2 ? ANNOUNCED + 1 : ANNOUNCED;
    }

    private int shape(String stem, int surname, String given) {
        int points = surname == 2 ? 4 : grammar.isCommonSurname(stem.substring(0, surname)) ? 2 : 1;
        if (grammar.isGiven(given)) {
            return points + LISTED;
        }
        if (given.length() > 2) {
            return points + THREE_SYLLABLES_GIVEN + 1;
        }
        points += grammar.couldBeGiven(given) ? 1 : -1;
        return stem.length() == 2 ? points - 1 : points;
    }

    /**
     * What the dictionary says. It reads names that it does not know as odd rows of short words, so a reading of that kind
     * weighs less where the place announces a name.
     */
    private int read(String word, String stem, boolean announced) {
        KoreanMorphology.Verdict whole = morphology.of(word);
        KoreanMorphology.Verdict own = morphology.of(stem);
        int n = stem.length();
        if (whole.proper() == n || own.proper() == n) {
            return 2;
        }
        boolean nounAndOne = n == 3 && own.noun() == 2;
        if ((own.noun() >= n && own.first() >= Math.min(n, 3)) || (nounAndOne && isSuffix(stem.charAt(2)))) {
            return READ_AS_WORDS;
        }
        if (own.noun() >= n || (whole.noun() >= 2 && whole.noun() >= n - 1 && own.stem() < n)) {
            return announced && n > 2 ? PERHAPS_WORDS : READ_AS_WORDS;
        }
        if (whole.verbal() && own.verbal()) {
            return announced ? PERHAPS_WORDS : HAS_A_VERB;
        }
        if (own.noun() >= 2 && own.noun() >= n - 1) {
            return announced ? PERHAPS_WORDS : BEGINS_WITH_A_WORD;
        }
        return whole.fragments() && whole.stem() == n ? 1 : 0;
    }

    /** Behind a noun: of verbs made of it, of times, places and kinds. */
    private static boolean isSuffix(char last) {
        return "함됨임일시후중전상해한할된용및등차씩째형적측과실내외간당량률력증염암통병약제술검법료소식액군률치기물품표서율".indexOf(last) >= 0;
    }

    private static boolean isOfPersons(String tail) {
        return tail.startsWith("에게") || tail.startsWith("께") || tail.startsWith("한테");
    }
}
