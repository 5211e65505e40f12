package dari.provisioner.synthesize;

import java.util.Arrays;

/**
 * The order of a column's declared codes on a grid of whole numbers: each code stands for the numbers from its lowest to its highest,
 * and the codes follow each other without a gap. So whether several columns can ascend is decided by their pairs alone (intervals of
 * a line meet when any two of them do: Helly's theorem).
 *
 * @param unit what one step of the grid means; columns can be compared only in the same unit
 * @param lowest per declared code, ascending
 * @param highest per declared code, at least the lowest
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Scale(String unit, long[] lowest, long[] highest) {

    /** Whole numbers. */
    static final String NUMBERS = "whole numbers";

    /** Days of the calendar. */
    static final String DAYS = "dates";

    Scale {
        for (int code = 0; code < lowest.length; code++) {
            if (highest[code] < lowest[code] || (code > 0 && lowest[code] != highest[code - 1] + 1)) {
                throw new IllegalArgumentException("codes must follow each other without a gap");
            }
        }
    }

    /** Codes that stand for one number each, from this one on. */
    static Scale single(String unit, int codes) {
        long[] numbers = new long[codes];
        Arrays.setAll(numbers, code -> code);
        return new Scale(unit, numbers, numbers);
    }

    int codes() {
        return lowest.length;
    }

    boolean isDeclared(int code) {
        return code < lowest.length;
    }
}
