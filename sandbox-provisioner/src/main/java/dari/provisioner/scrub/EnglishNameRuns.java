package dari.provisioner.scrub;

import java.util.Set;

/** How far a run of capitals goes that may be one name: {@code Maria de la Cruz}, {@code H.S. Bhullar}, {@code Smith, John A.} */
final class EnglishNameRuns {

    static final Set<String> PARTICLES =
            WordSet.of("van von der den de del della di da dos la le bin ibn al el ter ten ní ni ó mac zu af");

    private static final int MOST_WORDS = 5;

    private final Lexicon lexicon;
    private final EnglishWords words;
    private final Claims claims;
    private final Set<String> titles;

    EnglishNameRuns(Lexicon lexicon, EnglishWords words, Claims claims, Set<String> titles) {
        this.lexicon = lexicon;
        this.words = words;
        this.claims = claims;
        this.titles = titles;
    }

    /**
     * The last token of the run that begins here; before {@code i} if there is none.
     *
     * @param titled after a title: its first word is a name whatever it is
     */
    int end(int i, boolean titled) {
        int last = i - 1;
        for (int k = i; k < words.size() && k - i < MOST_WORDS; k++) {
            if (claims.isTaken(words.tokens().get(k).start()) || (k > i && !words.isJoined(k - 1, k))) {
                break;
            }
            boolean first = k == i;
            if (isParticle(k) && k + 1 < words.size() && words.isJoined(k, k + 1)) {
                continue;
            }
            boolean small = titled && !words.isCapital(i) && k > i && isParticle(k - 1);
            if ((first || small) ? !begins(k, titled) : !goesOn(i, k)) {
                break;
            }
            last = k;
            if (words.word(k).endsWith("'s")) {
                break;
            }
        }
        while (last > i && words.word(last).length() == 1 && !endsWithStop(last)) {
            last--;
        }
        return last;
    }

    private boolean isParticle(int k) {
        return PARTICLES.contains(words.word(k))
                || (words.isCapital(k)
                        && PARTICLES.contains(words.lower(k))
                        && words.word(k).length() > 1);
    }

    private boolean begins(int k, boolean titled) {
        if (!titled) {
            return words.isCapital(k);
        }
        return words.isCapital(k)
                ? !words.isOrdinary(k) || words.isListed(k)
                : !words.isOrdinary(k) && isNoSmallWord(k);
    }

    private boolean goesOn(int i, int k) {
        boolean listed = words.isListed(k);
        boolean initial = words.isInitial(k);
        boolean acronym = EnglishWords.isShouted(words.word(k))
                && words.word(k).length() <= 4
                && !EnglishWords.isShouted(words.word(i))
                && !listed
                && !initial;
        return words.isCapital(k)
                && (initial || listed || !words.isOrdinary(k))
                && (!titles.contains(words.lower(k)) || listed)
                && !acronym;
    }

    private boolean endsWithStop(int k) {
        int end = words.tokens().get(k).end();
        String text = words.text();
        return end >= text.length() || ".,\n".indexOf(text.charAt(end)) >= 0 || text.charAt(end) == ' ';
    }

    /** Small words after "dr": such as a list knows, and long ones that none does. */
    private boolean isNoSmallWord(int k) {
        String lower = words.lower(k);
        return lower.length() >= 3 && (words.isListed(k) || (lower.length() >= 4 && !lexicon.isEponym(lower)));
    }

    /** {@code SMITH, JOHN A}: the end of the given names, 0 if this is no such form. */
    int lastFirst(int i, int last, boolean told) {
        int next = last + 1;
        if (next >= words.size()
                || !isComma(
                        words.tokens().get(last).end(), words.tokens().get(next).start())
                || claims.isTaken(words.tokens().get(next).start())
                || !words.isCapital(next)
                || (last > i && lexicon.isGiven(words.lower(i)) && !isParticle(i))
                || (last - i > 1 && !isParticle(i))) {
            return 0;
        }
        boolean givenAlone = lexicon.isGiven(words.lower(i)) && last == i && !lexicon.isFamily(words.lower(i));
        boolean open = !words.isOrdinary(last) && !lexicon.isEponym(words.lower(last));
        boolean family =
                lexicon.isFamily(words.lower(last)) || NameShapes.isFamily(words.lower(last)) || (told && open);
        if (words.isInitial(next)) {
            return (family || (open && words.startsSentence(i) && words.word(i).length() > 3))
                            && (told || words.isFollowedByStop(next))
                    ? next
                    : 0;
        }
        boolean person = lexicon.isGiven(words.lower(next))
                || RomanisedKorean.isGiven(words.lower(next))
                || (told
                        && !words.isOrdinary(next)
                        && !PersonMarks.DEGREE.matcher(", " + words.word(next)).find());
        if (!family || !person || givenAlone) {
            return 0;
        }
        int end = end(next, false);
        while (end > next && words.lower(end).length() > 1 && !words.isListed(end)) {
            end--;
        }
        return Math.max(end, next);
    }

    private boolean isComma(int from, int to) {
        String text = words.text();
        return to - from <= 2
                && text.charAt(from) == ','
                && text.substring(from + 1, to).isBlank();
    }
}
