package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Pattern;

/** Given names and nicknames without a surname: 민수씨, 정우 군, 아들 민준이, 태명 '튼튼이'. */
final class KoreanGivenNames {

    private static final String TITLE_STARTS = "씨군양님이";
    private static final Pattern BY_SUFFIX = Pattern.compile("(?:씨|군|양|님).*");
    private static final Pattern CALLED = Pattern.compile("(?:이|씨|님|군|양|야|아).*");

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?:씨|군|양|님|아기|애기|어린이|환아|어르신|할머니|할아버지|엄마|아빠|어머니|아버지)(?:은|는|이|가|을|를|의|께|께서|에게|과|와|도|입니다|분)?");

    /** Before quotation marks or a colon. */
    private static final Pattern NICKNAME =
            Pattern.compile("(?:태명|별명|애칭|닉네임|아명|예명|본명|개명|호칭)(?:은|이|:)?\\s?[:'\"‘“(]?\\s?$");

    private static final int NICKNAME_REACH = 8;

    private static final String ADDRESSED_STARTS = "씨군양님아애어환할엄";

    private final KoreanGrammar grammar;
    private final KoreanMorphology morphology;

    KoreanGivenNames(KoreanGrammar grammar, KoreanMorphology morphology) {
        this.grammar = grammar;
        this.morphology = morphology;
    }

    /** Length of the given name a word begins with; 0 if it does not. */
    int at(String text, List<Token> tokens, int i, KoreanContext.Cue cue) {
        Token token = tokens.get(i);
        String word = token.text();
        if (mayBeNicknamed(text, token.start())
                && NICKNAME.matcher(text.substring(Math.max(0, token.start() - NICKNAME_REACH), token.start()))
                        .find()) {
            return Math.min(word.length(), 4);
        }
        if (cue.points() < KoreanContext.Cue.KIN.points() && !titleNext(text, tokens, i, "") && !startsTitled(word)) {
            return 0;
        }
        for (int length = Math.min(3, word.length()); length >= 2; length--) {
            if (isGiven(text, tokens, i, length, cue)) {
                return length;
            }
        }
        return 0;
    }

    /** Two or three syllables and a title. */
    private static boolean startsTitled(String word) {
        return (word.length() > 2 && TITLE_STARTS.indexOf(word.charAt(2)) >= 0)
                || (word.length() > 3 && TITLE_STARTS.indexOf(word.charAt(3)) >= 0);
    }

    /** Whether the last syllable of a word for nicknames is near. */
    private static boolean mayBeNicknamed(String text, int at) {
        for (int i = Math.max(0, at - NICKNAME_REACH); i < at; i++) {
            char c = text.charAt(i);
            if (c == '명' || c == '칭' || c == '임') {
                return true;
            }
        }
        return false;
    }

    private boolean isGiven(String text, List<Token> tokens, int i, int length, KoreanContext.Cue cue) {
        String word = tokens.get(i).text();
        String stem = word.substring(0, length);
        String tail = word.substring(length);
        boolean next = titleNext(text, tokens, i, tail);
        boolean called = !tail.isEmpty()
                && CALLED.matcher(tail).matches()
                && (grammar.titleLength(tail) > 0 || KoreanGrammar.isBare(tail));
        if ((!called && !next && cue == KoreanContext.Cue.NONE)
                || (!KoreanGrammar.isBare(tail) && grammar.titleLength(tail) == 0)
                || grammar.isNoName(stem)
                || grammar.isTitled(stem)
                || (length == 3 && !grammar.isGiven(stem))) {
            return false;
        }
        if (cue == KoreanContext.Cue.KIN && grammar.isGiven(stem)) {
            return true;
        }
        KoreanMorphology.Verdict own = morphology.of(stem);
        boolean open = own.proper() == length || own.noun() < length;
        return (BY_SUFFIX.matcher(tail).matches() || next)
                && (grammar.isGiven(stem)
                        || (open
                                && grammar.couldBeGiven(stem)
                                && morphology.of(word).noun() < length));
    }

    /** Whether a word that begins with a known given name speaks of that person. */
    boolean isAddressed(String text, List<Token> tokens, int i, String given) {
        String tail = tokens.get(i).text().substring(given.length());
        if (!KoreanGrammar.isBare(tail) && grammar.titleLength(tail) == 0) {
            return false;
        }
        return (!tail.isEmpty()
                        && (grammar.isGiven(given)
                                || morphology.of(given).noun() < given.length()
                                || CALLED.matcher(tail).matches()))
                || titleNext(text, tokens, i, tail)
                || (tail.isEmpty() && morphology.of(given).proper() == given.length());
    }

    private static boolean titleNext(String text, List<Token> tokens, int i, String tail) {
        Token next = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
        return tail.isEmpty()
                && next != null
                && next.start() - tokens.get(i).end() <= 1
                && (next.start() == tokens.get(i).end()
                        || text.charAt(tokens.get(i).end()) == ' ')
                && ADDRESSED_STARTS.indexOf(next.text().charAt(0)) >= 0
                && ADDRESSED.matcher(next.text()).matches();
    }
}
