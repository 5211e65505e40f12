package dari.provisioner.scrub;

/**
 * What a note writes with a slash. One {@code 3/5} says little; among {@code 0/6}, {@code 184/212} and {@code 4/10} it is hardly a
 * date, beside {@code 3/5/24} it may well be one.
 */
final class Fractions {

    /** More sure ones say no more. */
    private static final int ENOUGH = 4;

    private static final int DAYS = 31;
    private static final int MONTHS = 12;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS_OF_YEAR = 52;
    private static final int WEEKS_TO_BIRTH = 40;
    private static final int LONGEST = 3;

    /** Scores seldom have more than this below the line. */
    private static final int USUAL = 10;

    private static final String MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)";

    /** A year with more behind it, and the name of a month with a day on either side. */
    private static final StartedForm DATED = StartedForm.ofAnyCase(
            "(?:19|20)[0-9]{2}[-./년]|(?<![A-Za-z])(?i:" + MONTH + "(?:[a-z]{3,6})?)\\.?[ -][0-9]|(?<=[0-9][ -])(?i:"
                    + MONTH + ")(?![a-z]{1,2}(?![a-z]))",
            "19 20 ja fe ma ap ju au se oc no de");

    private final String text;
    private int mood = -1;
    private boolean timed;

    Fractions(String text) {
        this.text = text;
    }

    /** Whether there are so many that can be no dates, and no sure date, that none of the others is likely to be one. */
    boolean prevail() {
        return mood() == 2 * ENOUGH;
    }

    /** How many can be no dates, and whether some date is sure. */
    private int mood() {
        if (mood < 0) {
            mood = found();
        }
        return mood;
    }

    /** Whether stretches of time are written as in the United Kingdom somewhere: 6/52 is six weeks. */
    boolean countTime() {
        mood();
        return timed;
    }

    /** What the number at the slash and its fellow are, in this note: a clue. */
    int clue(int slash) {
        int above = above(slash);
        int below = below(slash);
        if (above < 0 || below < 0) {
            return -1;
        }
        int order = above < below ? 0 : above == below ? 1 : 2;
        int stretch = (countTime() ? 3 : 0) + (below == DAYS_OF_WEEK ? 1 : below == MONTHS ? 2 : 0);
        return (((mood() * 3 + order) * 2 + (below > USUAL ? 1 : 0)) * 2 + (canBeDay(above, below) ? 1 : 0)) * 6
                + stretch;
    }

    private int found() {
        int sure = 0;
        boolean dated = false;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            int above = above(slash);
            int below = below(slash);
            if (above >= 0 && below >= 0) {
                sure += canBeDay(above, below) ? 0 : 1;
                timed |= below == WEEKS_OF_YEAR || (below == WEEKS_TO_BIRTH && above > 0 && above < WEEKS_TO_BIRTH);
            } else {
                dated |= isTriple(slash);
            }
        }
        return 2 * Math.min(sure, ENOUGH) + (dated || hasMonth() || DATED.isIn(text) ? 1 : 0);
    }

    private boolean hasMonth() {
        for (int at = text.indexOf('월', 1); at > 0; at = text.indexOf('월', at + 1)) {
            if (isDigit(at - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean canBeDay(int above, int below) {
        return above > 0 && below > 0 && above <= DAYS && below <= DAYS && (above <= MONTHS || below <= MONTHS);
    }

    /** The whole number before the slash; -1 where there is none or it is a part of something longer. */
    private int above(int slash) {
        int start = slash;
        while (start > 0 && slash - start <= LONGEST && isDigit(start - 1)) {
            start--;
        }
        boolean whole = start < slash
                && slash - start <= LONGEST
                && (start == 0
                        || (!Character.isLetter(text.charAt(start - 1)) && "/-".indexOf(text.charAt(start - 1)) < 0));
        return whole ? number(start, slash) : -1;
    }

    private int below(int slash) {
        int end = slash + 1;
        while (end < text.length() && end - slash <= LONGEST + 1 && isDigit(end)) {
            end++;
        }
        boolean whole = end > slash + 1
                && end - slash <= LONGEST + 1
                && (end == text.length() || "/-".indexOf(text.charAt(end)) < 0);
        return whole ? number(slash + 1, end) : -1;
    }

    /** A number; zero where it is a part of one with a point, of which no date is made. */
    private int number(int start, int end) {
        boolean pointed = (start > 1 && text.charAt(start - 1) == '.' && isDigit(start - 2))
                || (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1));
        return pointed ? 0 : Integer.parseInt(text, start, end, 10);
    }

    /** The first slash of 3/5/24 or 3/5/2024. */
    private boolean isTriple(int slash) {
        int second = slash + 1;
        while (second < text.length() && second - slash <= 2 && isDigit(second)) {
            second++;
        }
        if (second == slash + 1
                || second >= text.length()
                || text.charAt(second) != '/'
                || slash == 0
                || !isDigit(slash - 1)) {
            return false;
        }
        int end = second + 1;
        while (end < text.length() && isDigit(end)) {
            end++;
        }
        return end - second == 3 || end - second == 5;
    }

    private boolean isDigit(int at) {
        char c = text.charAt(at);
        return c >= '0' && c <= '9';
    }
}
