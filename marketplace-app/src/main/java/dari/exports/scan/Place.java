package dari.exports.scan;

import java.util.List;

/**
 * Where in a file something stands, without a word of what stands there.
 *
 * @param numbers counted from 1, as many as the kind has
 */
public record Place(Kind kind, List<Integer> numbers) {

    /** What the numbers count. */
    public enum Kind {
        LINE,
        /** Of a notebook. */
        BLOCK,
        TABLE,
        /** Table and column. */
        COLUMN,
        /** Table, row and column, the header being row 1. */
        CELL
    }

    public Place {
        numbers = List.copyOf(numbers);
    }

    static Place of(Kind kind, Integer... numbers) {
        return new Place(kind, List.of(numbers));
    }

    /** Message key of its name; the numbers are the arguments. */
    public String messageKey() {
        return "exports.place." + kind;
    }
}
