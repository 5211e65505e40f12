package dari.provisioner.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the printable pages share. */
final class PageStyle {

    private PageStyle() {}

    /** @param resource a style sheet on the class path */
    static String read(String resource) {
        try (InputStream in = PageStyle.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row of a table: {@code td} or {@code th} for each cell, whose text is escaped already. */
    static String row(String cell, String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String each : cells) {
            row.append('<')
                    .append(cell)
                    .append('>')
                    .append(each)
                    .append("</")
                    .append(cell)
                    .append('>');
        }
        return row.append("</tr>\n").toString();
    }

    /**
     * What a bar of a plot means: the bar itself, then words.
     *
     * @param words escaped already
     */
    static String legend(String kind, String words) {
        return "<p class=\"legend\"><svg viewBox=\"0 0 16 12\" aria-hidden=\"true\"><rect class=\"" + kind
                + "\" x=\"2\" y=\"2\" width=\"12\" height=\"8\"/></svg> " + words + "</p>\n";
    }

    /** @param share of one; what rounds to nothing has no sign */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", Math.round(share * 1000) / 10.0);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
