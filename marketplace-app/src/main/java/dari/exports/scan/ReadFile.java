package dari.exports.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be read in a file of results.
 *
 * @param pieces running text with its places
 * @param findings what was noticed while reading
 */
record ReadFile(ExportForm form, List<Piece> pieces, List<ResultTable> tables, List<Finding> findings) {

    /** @param place null where the file's form says none */
    record Piece(@Nullable Place place, String text) {}

    static List<Piece> lines(String text) {
        List<String> lines = text.lines().toList();
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            pieces.add(new Piece(Place.of(Place.Kind.LINE, i + 1), lines.get(i)));
        }
        return pieces;
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining("\n"));
    }
}
