package dari.matching.dense;

/** Tells Korean text from other text by its letters. */
public final class Hangul {

    /**
     * From this share of Hangul among the letters on, a text counts as Korean. A syllable block stands for two or three
     * Latin letters, so that a fifth of the letters is already about half of the words; an English text that merely names
     * a hospital in Korean stays below.
     */
    private static final double KOREAN_SHARE = 0.2;

    private Hangul() {}

    public static boolean isKorean(String text) {
        return share(text) >= KOREAN_SHARE;
    }

    /** Hangul letters as a share of all letters, from 0 to 1; 0 for a text without letters. */
    public static double share(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long hangul = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                .count();
        return letters == 0 ? 0 : Math.min(1, (double) hangul / letters);
    }
}
