package dari.provisioner.scrub;

import java.util.regex.Pattern;

/** Whether lists, forms and surroundings make a run of Latin words the name of a person. */
final class EnglishNameEvidence {

    private final Lexicon lexicon;
    private final EnglishWords words;

    EnglishNameEvidence(Lexicon lexicon, EnglishWords words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** Whether nothing speaks against a name that its place announces. */
    boolean isPlausible(int i, int last) {
        String lower = words.lower(i);
        boolean single = last == i;
        if (single && words.isOrdinary(i) && !words.isListed(i)) {
            return false;
        }
        if (single && lexicon.isOrdinary(lower) && words.isSmallElsewhere(lower)) {
            return false;
        }
        return !isDisease(last)
                && !(single
                        && EnglishWords.isShouted(words.word(i))
                        && words.word(i).length() <= 4
                        && !lexicon.isFamily(lower));
    }

    private boolean isDisease(int last) {
        String after = words.after(last);
        String lower = words.lower(last);
        Pattern disease = lexicon.isEponym(lower)
                ? PersonMarks.DISEASE_AFTER
                : lexicon.isFamily(lower) ? PersonMarks.NOTHING : PersonMarks.SIGN_AFTER;
        return disease.matcher(after).find()
                && !PersonMarks.PERSON_AFTER.matcher(after).find();
    }

    /**
     * Whether the lists make this a name.
     *
     * @param alone whether no word announces it
     */
    boolean isLikely(int i, int last, boolean alone) {
        return last > i ? isLikelyRun(i, last, alone) : isLikelyWord(i, alone);
    }

    private boolean isLikelyRun(int i, int last, boolean alone) {
        String first = words.lower(i);
        String end = words.lower(last);
        if (lexicon.isEponym(end) && isDisease(last)) {
            return false;
        }
        if (RomanisedKorean.isName(first, end, last - i == 2 ? words.lower(i + 1) : "")) {
            return true;
        }
        boolean given = lexicon.isGiven(first);
        boolean family = lexicon.isFamily(end);
        if (lexicon.isEponym(first) && lexicon.isEponym(end) && alone) {
            return given
                    && family
                    && PersonMarks.PERSON_AFTER.matcher(words.after(last)).find();
        }
        if (words.isInitial(i)) {
            return isInitialed(i, last, alone);
        }
        if (given && (family || !words.isOrdinary(last) || !alone)) {
            return !lexicon.isAmbiguous(first) || family || !words.startsSentence(i) || !alone;
        }
        if (end.length() > 1 && (family || NameShapes.isFamily(end))) {
            return !words.isOrdinary(i) && !(lexicon.isEponym(first) && alone) && (!lexicon.isAmbiguous(end) || !alone);
        }
        return !alone && !words.isOrdinary(i) && !words.isOrdinary(last) && !words.isShoutedShort(i);
    }

    /** {@code H.S. Bhullar}; but not {@code B. Colon} in a list, nor {@code C. Difficile}. */
    private boolean isInitialed(int i, int last, boolean alone) {
        String end = words.lower(last);
        if (end.length() < 2
                || (alone && words.startsLine(i) && (lexicon.isAmbiguous(end) || words.isOrdinary(last)))) {
            return false;
        }
        return lexicon.isFamily(end)
                || NameShapes.isFamily(end)
                || (end.length() > 3 && words.isUnknown(last) && !EnglishWords.isShouted(words.word(last)));
    }

    private boolean isLikelyWord(int i, boolean alone) {
        String lower = words.lower(i);
        String word = words.word(i);
        if (lower.length() < 2 || (alone && !words.isListed(i)) || isDisease(i)) {
            return false;
        }
        boolean given = lexicon.isGiven(lower);
        boolean family = lexicon.isFamily(lower);
        if (!alone) {
            return (given || family)
                    ? !(lexicon.isOrdinary(lower) && words.startsSentence(i))
                    : words.isUnknown(i)
                            && lower.length() > 2
                            && !lexicon.isPlace(lower)
                            && !EnglishWords.isShouted(word);
        }
        boolean shouted = EnglishWords.isShouted(word) && (words.isShouting() || lower.length() < 4);
        if ((lower.indexOf('-') > 0 && !RomanisedKorean.isGiven(lower))
                || lexicon.isAmbiguous(lower)
                || lexicon.isPlace(lower)
                || lower.length() < 3
                || words.isSmallElsewhere(lower)
                || shouted) {
            boolean genitive = word.endsWith("'s");
            return given
                    && !words.isShouting()
                    && (genitive
                            || PersonMarks.PERSON_AFTER.matcher(words.after(i)).find())
                    && !words.isSmallElsewhere(lower)
                    && (!lexicon.isOrdinary(lower) || genitive);
        }
        return given || family;
    }

    /** A single word that no list knows and that does what only persons do. */
    boolean speaks(int i) {
        String after = words.after(i);
        return allUnknown(i, i)
                && (words.startsSentence(i)
                        ? PersonMarks.LIVES.matcher(after).find()
                        : PersonMarks.SPEAKS.matcher(after).find());
    }

    /** Two or three unknown words that signs end, as in rosters, and that begin with what only names do. */
    boolean isIsolated(int i, int last) {
        String after = words.after(last);
        boolean ends = after.isEmpty() || ",.;)(\n".indexOf(after.charAt(0)) >= 0;
        return ends
                && last - i <= 2
                && words.word(i).length() > 3
                && words.word(last).length() > 3
                && !lexicon.isPlace(words.lower(last))
                && !lexicon.isPlace(words.lower(i));
    }

    boolean allUnknown(int i, int last) {
        for (int k = i; k <= last; k++) {
            if (!words.isUnknown(k) || words.word(k).length() < 3 || EnglishWords.isShouted(words.word(k))) {
                return false;
            }
        }
        return true;
    }
}
