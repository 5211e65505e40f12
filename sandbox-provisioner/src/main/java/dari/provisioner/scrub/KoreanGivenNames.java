package dari.provisioner.scrub;

import java.util.List;
import java.util.regex.Pattern;

/** Given names and nicknames without a surname: 민수씨, 정우 군, 아들 민준이, 태명 '튼튼이'. */
final class KoreanGivenNames {

    private static final String TITLE_STARTS = "씨군양님이아야네쌤샘";
    private static final Pattern BY_SUFFIX = Pattern.compile("(?:씨|군|양|님|쌤|샘).*");
    private static final Pattern CALLED = Pattern.compile("(?:이|씨|님|군|양|쌤|샘|야|아).*");

    /** 지훈이가, as one speaks of somebody close. */
    private static final Pattern FAMILIAR = Pattern.compile("이(?:가|는|를|랑|도|와|하고|한테|에게|네|의)|아|야|네(?:는|가|랑|서|에|집)?");

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?:씨|군|양|님|쌤|샘|아기|애기|어린이|환아|어르신|할머니|할아버지|엄마|아빠|어머니|아버지|언니|오빠|누나|이모|고모|삼촌)(?:은|는|이|가|을|를|의|께|께서|에게|과|와|도|입니다|분)?");

    /** Before quotation marks or a colon. */
    private static final Pattern NICKNAME =
            Pattern.compile("(?:태명|별명|애칭|닉네임|아명|예명|본명|개명|호칭)(?:은|이|:)?\\s?[:'\"‘“(]?\\s?$");

    private static final int NICKNAME_REACH = 8;

    private static final String ADDRESSED_STARTS = "씨군양님쌤샘아애어환할엄언오누이고삼";

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
        if (cue.points() < KoreanContext.Cue.KIN.points()
                && !titleNext(text, tokens, i, "")
                && !startsTitled(word)
                && !isSpeaker(text, token)
                && !isTaken(text, tokens, i)) {
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
        if ((!called && !next && cue == KoreanContext.Cue.NONE && !(length == 2 && grammar.isGiven(stem)))
                || (!KoreanGrammar.isBare(tail)
                        && grammar.titleLength(tail) == 0
                        && !FAMILIAR.matcher(tail).matches())
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
        if (length == 2 && tail.startsWith("씨") && open && morphology.of(word).noun() < length) {
            return true;
        }
        if (grammar.isGiven(stem) && isFamiliar(text, tokens, i, stem, tail)) {
            return true;
        }
        return (BY_SUFFIX.matcher(tail).matches() || next)
                && (grammar.isGiven(stem)
                        || (open
                                && grammar.couldBeGiven(stem)
                                && morphology.of(word).noun() < length));
    }

    /** As one speaks of somebody close or calls them, or as a line of a talk begins; the dictionary must not know the word. */
    private boolean isFamiliar(String text, List<Token> tokens, int i, String stem, String tail) {
        if (!tail.isEmpty() && FAMILIAR.matcher(tail).matches()) {
            boolean vowel = tail.startsWith("야") || tail.startsWith("네");
            return (tail.startsWith("네") || vowel != endsInConsonant(stem))
                    && morphology.of(stem + tail.charAt(0)).noun() <= stem.length();
        }
        if (tail.equals("이") && endsInConsonant(stem)) {
            return titleNext(text, tokens, i, "");
        }
        return tail.isEmpty() && (isSpeaker(text, tokens.get(i)) || isTaken(text, tokens, i));
    }

    /** At the beginning of a line, before a colon. */
    private static boolean isSpeaker(String text, Token token) {
        return token.text().length() == 2
                && text.startsWith(": ", token.end())
                && (token.start() == 0 || text.charAt(token.start() - 1) == '\n');
    }

    /** Before what is done with children alone. */
    private static boolean isTaken(String text, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return token.text().length() == 2
                && i + 1 < tokens.size()
                && tokens.get(i + 1).start() == token.end() + 1
                && text.charAt(token.end()) == ' '
                && TAKEN.matcher(tokens.get(i + 1).text()).lookingAt();
    }

    private static final Pattern TAKEN = Pattern.compile("데리고|데려|업고|안고|등원|하원|등교|하교|유치원|어린이집|데릴러");

    private static boolean endsInConsonant(String hangul) {
        return (hangul.charAt(hangul.length() - 1) - '가') % FINALS != 0;
    }

    /** Syllables share their beginning in groups of this many, the first of which ends in a vowel (Unicode, Hangul syllables). */
    private static final int FINALS = 28;

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
