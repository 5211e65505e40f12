package dari.provisioner.release;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A report of attacks for people: in Korean and in English, a page for a board member and one for a statistician, printable, without
 * scripts and without anything loaded from elsewhere. Each plot stands beside a table of the same figures; nothing is said that the
 * report's JSON does not hold.
 */
public final class AttackPage {

    private static final String STYLE = "/dari/provisioner/release/attacks.css";
    private static final String WORDS = "dari.provisioner.release.attacks";

    private final AttackReport report;
    private final Locale locale;
    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    private AttackPage(AttackReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static void write(Path file, AttackReport report) {
        try {
            Files.writeString(file, html(report), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }

    static String html(AttackReport report) {
        return "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + new AttackPage(report, Locale.KOREAN).say("title") + "</title>\n<style>\n"
                + PageStyle.read(STYLE) + "</style>\n</head>\n<body>\n"
                + new AttackPage(report, Locale.KOREAN).articles()
                + new AttackPage(report, Locale.ENGLISH).articles() + "</body>\n</html>\n";
    }

    private String articles() {
        forTheBoard();
        forTheStatistician();
        return html.toString();
    }

    private void open(String heading) {
        html.append("<article lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<h1>")
                .append(say(heading))
                .append("</h1>\n");
    }

    private void forTheBoard() {
        open("board.title");
        String outcome = outcome();
        html.append("<p class=\"gate ")
                .append(outcome)
                .append("\">")
                .append(say("outcome." + outcome))
                .append("</p>\n");
        paragraph("board.what");
        if (report.attacks().isEmpty()) {
            close();
            return;
        }
        heading("board.plot");
        legend("in", "board.in");
        legend("out", "board.out");
        html.append(AttackPlot.chances(report.attacks(), say("board.plot")));
        row("th", say("number"), say("attack"), say("board.in"), say("board.out"), say("board.more"), say("verdict"));
        for (int i = 0; i < report.attacks().size(); i++) {
            Assessment.AttackResult attack = report.attacks().get(i);
            row(
                    "td",
                    String.valueOf(i + 1),
                    text(attack.knowledge()),
                    PageStyle.percent(attack.release().success()),
                    PageStyle.percent(attack.release().controlSuccess()),
                    "≤ " + PageStyle.percent(attack.release().upper()),
                    say("verdict." + attack.verdict()));
        }
        html.append("</table>\n");
        paragraph("board.read");
        paragraph("board.never");
        close();
    }

    /** One attack that got through decides; one that cannot be believed leaves the question open. */
    private String outcome() {
        List<Assessment.Verdict> verdicts =
                report.attacks().stream().map(Assessment.AttackResult::verdict).toList();
        if (verdicts.contains(Assessment.Verdict.FAILED)) {
            return "FAILED";
        }
        return verdicts.isEmpty() || verdicts.contains(Assessment.Verdict.NOT_BELIEVABLE) ? "OPEN" : "PASSED";
    }

    private void forTheStatistician() {
        open("statistician.title");
        paragraph("statistician.what");
        if (!report.attacks().isEmpty()) {
            heading("statistician.plot");
            legend("release", "release");
            legend("raw", "raw");
            legend("fresh", "fresh");
            html.append(AttackPlot.excesses(report.attacks(), say("statistician.plot")));
            row(
                    "th",
                    say("number"),
                    say("name"),
                    say("on"),
                    say("targets"),
                    say("success"),
                    say("controls"),
                    say("controlSuccess"),
                    say("excess"),
                    say("interval"),
                    say("verdict"));
            for (int i = 0; i < report.attacks().size(); i++) {
                Assessment.AttackResult attack = report.attacks().get(i);
                measured(i + 1, attack, "release", attack.release());
                measured(i + 1, attack, "raw", attack.rawTable());
                measured(i + 1, attack, "fresh", attack.freshRows());
            }
            html.append("</table>\n");
        }
        risk();
        paragraph("statistician.how");
        html.append("<p class=\"fine\">")
                .append(say("recipe"))
                .append(": ")
                .append(escaped(report.recipeHash()))
                .append("<br/>")
                .append(say("made"))
                .append(": ")
                .append(report.madeAt())
                .append("</p>\n");
        close();
    }

    private void measured(
            int number, Assessment.AttackResult attack, String on, Assessment.@Nullable Measured measured) {
        if (measured == null) {
            return;
        }
        boolean first = on.equals("release");
        row(
                "td",
                first ? String.valueOf(number) : "",
                first ? escaped(attack.attack()) : "",
                say(on),
                String.valueOf(measured.targets()),
                number(measured.success()),
                String.valueOf(measured.controls()),
                number(measured.controlSuccess()),
                number(measured.excess()),
                number(measured.lower()) + " … " + number(measured.upper()),
                first ? say("verdict." + attack.verdict()) : "");
    }

    private void risk() {
        AttackReport.Risk risk = report.risk();
        if (risk == null) {
            return;
        }
        heading("risk");
        row("th", say("risk.prosecutor"), say("risk.average"), say("risk.journalist"), say("risk.marketer"));
        row(
                "td",
                number(risk.prosecutorHighest()),
                number(risk.prosecutorAverage()),
                number(risk.journalistHighest()),
                number(risk.marketer()));
        html.append("</table>\n");
    }

    private void close() {
        html.append("</article>\n");
    }

    private void heading(String key) {
        html.append("<h2>").append(say(key)).append("</h2>\n");
    }

    private void paragraph(String key) {
        html.append("<p>").append(say(key)).append("</p>\n");
    }

    /** What a mark of the plot means: the mark itself, then words. */
    private void legend(String kind, String key) {
        html.append("<p class=\"legend\"><svg viewBox=\"0 0 16 12\" aria-hidden=\"true\">")
                .append(
                        kind.equals("release") || kind.equals("fresh")
                                ? "<circle class=\"" + kind + "\" cx=\"8\" cy=\"6\" r=\"4\"/>"
                                : "<rect class=\"" + kind + "\" x=\"4\" y=\"2\" width=\"8\" height=\"8\"/>")
                .append("</svg> ")
                .append(say(key))
                .append("</p>\n");
    }

    /** A row of headings opens the table. */
    private void row(String cell, String... cells) {
        html.append(cell.equals("th") ? "<table>\n" : "").append(PageStyle.row(cell, cells));
    }

    private String say(String key) {
        return escaped(words.getString(key));
    }

    private String text(Words sentence) {
        return escaped(locale.equals(Locale.KOREAN) ? sentence.ko() : sentence.en());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String escaped(String text) {
        return PageStyle.escaped(text);
    }
}
