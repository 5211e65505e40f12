package dari.provisioner.release;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.synthesize.Likeness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How near invented rows are to the original, for the hospital's steward: a page in Korean and one in English, printable, without
 * scripts and without anything loaded from elsewhere. Its figures are exact and paid for by nobody, so it is never part of a release.
 */
public final class UsefulnessPage {

    private static final String STYLE = "/dari/provisioner/release/certificate.css";
    private static final String WORDS = "dari.provisioner.release.usefulness";

    private final List<Likeness> figures;
    private final ResourceBundle words;
    private final Locale locale;

    private UsefulnessPage(List<Likeness> figures, Locale locale) {
        this.figures = figures;
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param file on the hospital's side, outside of every release */
    public static void write(Path file, List<Likeness> figures) {
        try {
            Files.writeString(file, html(figures), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }

    static String html(List<Likeness> figures) {
        return "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + new UsefulnessPage(figures, Locale.KOREAN).say("title") + "</title>\n<style>\n"
                + PageStyle.read(STYLE) + "</style>\n</head>\n<body>\n"
                + new UsefulnessPage(figures, Locale.KOREAN).article()
                + new UsefulnessPage(figures, Locale.ENGLISH).article() + "</body>\n</html>\n";
    }

    private String article() {
        StringBuilder html = new StringBuilder("<article lang=\"" + locale.getLanguage() + "\">\n<h1>" + say("title")
                + "</h1>\n<p class=\"gate\">" + say("only") + "</p>\n");
        if (figures.isEmpty()) {
            return html.append("<p>")
                    .append(say("nothing"))
                    .append("</p>\n</article>\n")
                    .toString();
        }
        html.append("<p>")
                .append(say("what"))
                .append("</p>\n<h2>")
                .append(say("figures"))
                .append("</h2>\n<div class=\"beside\">\n<div>")
                .append(BarPlot.pairs(
                        figures.stream()
                                .map(f -> new BarPlot.Pair(f.released(), f.apart()))
                                .toList(),
                        say("figures"),
                        "in",
                        "out"))
                .append(PageStyle.legend("in", say("released")))
                .append(PageStyle.legend("out", say("apart")))
                .append("</div>\n<table>\n")
                .append(PageStyle.row("th", "", say("measure"), say("released"), say("again"), say("apart")));
        for (int i = 0; i < figures.size(); i++) {
            Likeness figure = figures.get(i);
            html.append(PageStyle.row(
                    "td",
                    String.valueOf(i + 1),
                    name(figure),
                    PageStyle.percent(figure.released()),
                    PageStyle.percent(figure.again()),
                    PageStyle.percent(figure.apart())));
        }
        return html.append("</table>\n</div>\n<p class=\"fine\">")
                .append(say("read"))
                .append("</p>\n</article>\n")
                .toString();
    }

    private String name(Likeness figure) {
        String measure = say("measure." + figure.measure().replace(' ', '-'));
        return figure.of().isEmpty() ? measure : measure + ": " + PageStyle.escaped(figure.of());
    }

    private String say(String key) {
        return PageStyle.escaped(words.getString(key));
    }
}
