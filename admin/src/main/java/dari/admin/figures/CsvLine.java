package dari.admin.figures;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of a CSV file (RFC 4180) that no spreadsheet takes for a formula. */
public final class CsvLine {

    private CsvLine() {}

    /** Writes the cells; null is an empty one. */
    public static void write(Writer out, @Nullable Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell.toString();
        if (!(cell instanceof Number) && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
