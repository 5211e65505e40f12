package dari.exports.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file; never a word of its content.
 *
 * @param code which; message {@code exports.finding.<code>} with number and limit as arguments
 * @param number how many or how large; null where nothing is counted
 * @param limit what the number is compared with; null where with nothing
 * @param places the first ones at most
 */
public record Finding(
        String code,
        Severity severity,
        @Nullable Long number,
        @Nullable Long limit,
        List<Place> places) {

    static final int MOST_PLACES = 20;

    public Finding {
        places = places.stream().limit(MOST_PLACES).toList();
    }

    public static Finding blocks(String code, Place... places) {
        return new Finding(code, Severity.BLOCKS, null, null, List.of(places));
    }

    public static Finding look(String code, long number, @Nullable Long limit, List<Place> places) {
        return new Finding(code, Severity.LOOK, number, limit, places);
    }

    static Finding note(String code, @Nullable Long number) {
        return new Finding(code, Severity.NOTE, number, null, List.of());
    }

    public boolean blocks() {
        return severity == Severity.BLOCKS;
    }
}
