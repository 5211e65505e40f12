package dari.provisioner.scrub;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Latin words of one note, and what the lists and the note itself say of each. */
final class EnglishWords {

    private static final int SIGHT = 32;

    private static final int SEEN = 1;
    private static final int ORDINARY = 2;
    private static final int LISTED = 4;

    private final Lexicon lexicon;
    private final String text;
    private final List<Token> tokens;
    private final byte[] facts;
    private final Set<String> small = new HashSet<>();
    private final boolean shouting;
    private final boolean whispering;

    EnglishWords(Lexicon lexicon, String text, List<Token> tokens) {
        this.lexicon = lexicon;
        this.text = text;
        this.tokens = tokens;
        int shouted = 0;
        int capitals = 0;
        facts = new byte[tokens.size()];
        for (Token token : tokens) {
            if (Character.isLowerCase(token.text().charAt(0))) {
                small.add(token.text());
            } else {
                capitals++;
                shouted += token.word().isShouted() ? 1 : 0;
            }
        }
        shouting = shouted * 2 > tokens.size();
        whispering = capitals * 10 <= tokens.size();
    }

    String text() {
        return text;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    String word(int i) {
        return tokens.get(i).text();
    }

    String lower(int i) {
        return tokens.get(i).word().bare();
    }

    /** Whether most words are in capitals. */
    boolean isShouting() {
        return shouting;
    }

    /** Whether hardly any word has a capital, names included. */
    boolean isWhispering() {
        return whispering;
    }

    boolean isCapital(int i) {
        return tokens.get(i).isCapital();
    }

    /** Whether the note writes the word small somewhere. */
    boolean isSmallElsewhere(String lower) {
        return small.contains(lower);
    }

    boolean isOrdinary(int i) {
        return (facts(i) & ORDINARY) != 0;
    }

    boolean isUnknown(int i) {
        return !isOrdinary(i) && !tokens.get(i).word().isEponym(lexicon);
    }

    boolean isListed(int i) {
        return (facts(i) & LISTED) != 0;
    }

    /** Found once for each word, for the rules ask often. */
    private int facts(int i) {
        if (facts[i] == 0) {
            Word word = tokens.get(i).word();
            boolean ordinary = word.isOrdinary(lexicon) || (!whispering && small.contains(word.bare()));
            boolean listed = word.isListed(lexicon);
            facts[i] = (byte) (SEEN | (ordinary ? ORDINARY : 0) | (listed ? LISTED : 0));
        }
        return facts[i];
    }

    boolean isInitial(int i) {
        return word(i).length() == 1 && isCapital(i);
    }

    boolean isShoutedShort(int i) {
        return word(i).length() <= 4 && !shouting && tokens.get(i).word().isShouted();
    }

    boolean isJoined(int i, int next) {
        String gap = text.substring(tokens.get(i).end(), tokens.get(next).start());
        return gap.equals(" ")
                || gap.equals("  ")
                || ((gap.equals(".") || gap.equals(". ")) && word(i).length() <= 2 && !isRoman(word(i)));
    }

    private static boolean isRoman(String word) {
        return word.equals("II") || word.equals("IV") || word.equals("VI");
    }

    boolean startsSentence(int i) {
        int at = tokens.get(i).start() - 1;
        while (at >= 0 && text.charAt(at) == ' ') {
            at--;
        }
        return at < 0 || ".:;\n!?-*•".indexOf(text.charAt(at)) >= 0;
    }

    boolean startsLine(int i) {
        int start = tokens.get(i).start();
        return start == 0 || text.charAt(start - 1) == '\n';
    }

    /** The next few dozen characters behind a token. */
    String after(int i) {
        int end = tokens.get(i).end();
        return text.substring(end, Math.min(text.length(), end + SIGHT));
    }

    boolean isFollowedByStop(int i) {
        int end = tokens.get(i).end();
        return end < text.length() && text.charAt(end) == '.';
    }

    static String withoutGenitive(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    static boolean isShouted(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLowerCase(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
