package dari.provisioner.scrub;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A word of notes: as written, in small letters, and what the lists say of it, each found out once. Not thread-safe. */
final class Word implements WordMemory.Held {

    /** Itself and the heads of its texts. */
    private static final int BYTES = 140;

    private static final int SEEN = 1;
    private static final int ORDINARY = 1 << 1;
    private static final int LISTED = 1 << 2;
    private static final int EPONYM = 1 << 3;

    private final String text;
    private final String lower;
    private final String bare;
    private final boolean hangul;
    private final boolean shouted;
    private int facts;
    private int known;
    private @Nullable KnownWord clues;

    Word(String text) {
        this.text = text;
        lower = Lexicon.lower(text);
        bare = EnglishWords.withoutGenitive(lower);
        hangul = Token.isHangul(text.charAt(0));
        shouted = EnglishWords.isShouted(text);
    }

    /** With the clues that it may come to keep. */
    @Override
    public int bytes() {
        return BYTES + 4 * text.length() + KnownWord.bytes(text.length(), hangul ? text.length() : 0);
    }

    String text() {
        return text;
    }

    /** In small letters. */
    String lower() {
        return lower;
    }

    /** In small letters, without 's. */
    String bare() {
        return bare;
    }

    boolean isHangul() {
        return hangul;
    }

    /** Whether it has no small letter. */
    boolean isShouted() {
        return shouted;
    }

    boolean isCapital() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean isOrdinary(Lexicon lexicon) {
        return (facts(lexicon) & ORDINARY) != 0;
    }

    /** Whether a list has it as a name. */
    boolean isListed(Lexicon lexicon) {
        return (facts(lexicon) & LISTED) != 0;
    }

    boolean isEponym(Lexicon lexicon) {
        return (facts(lexicon) & EPONYM) != 0;
    }

    static final int HOUSE = 1 << 4;
    static final int STARTS_ORGANISATION = 1 << 5;
    static final int STRANGE = 1 << 6;
    static final int FEAST = 1 << 7;
    static final int MONTH = 1 << 8;
    static final int FORM_CUE = 1 << 9;
    static final int NAME_CUE = 1 << 10;
    static final int NAME_CUE_WITH_PARTICLE = 1 << 11;
    static final int KIN = 1 << 12;
    static final int TITLE = 1 << 13;
    static final int DIGIT = 1 << 14;
    static final int WEEKDAY = 1 << 15;
    static final int ORDINAL = 1 << 16;
    static final int YEAR_BEFORE = 1 << 17;
    static final int ROMAN = 1 << 18;
    static final int CITY = 1 << 19;
    static final int MONTH_NAME = 1 << 20;

    /**
     * Whether something is true of the word, found out at the first question.
     *
     * @param fact one of the constants above, by which whoever asks remembers the answer
     */
    boolean is(int fact, Predicate<Word> finder) {
        if ((known & fact) == 0) {
            known |= fact;
            facts |= finder.test(this) ? fact : 0;
        }
        return (facts & fact) != 0;
    }

    /** What {@link WordClues} found; null until it did. */
    @Nullable
    KnownWord clues() {
        return clues;
    }

    void keep(KnownWord found) {
        clues = found;
    }

    private int facts(Lexicon lexicon) {
        if ((known & SEEN) == 0) {
            known |= SEEN;
            facts |= (lexicon.isOrdinary(bare) || NameCues.isPerson(bare) ? ORDINARY : 0)
                    | (lexicon.isFamily(bare) || lexicon.isGiven(bare) ? LISTED : 0)
                    | (lexicon.isEponym(bare) ? EPONYM : 0);
        }
        return facts;
    }
}
