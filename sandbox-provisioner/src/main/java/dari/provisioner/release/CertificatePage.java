package dari.provisioner.release;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.Words;
import dari.provisioner.tier.TierAssessment;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The certificate for a board member ({@code certificate.html}): a page in Korean and one in English, printable, without
 * scripts and without anything loaded from elsewhere. Says nothing that {@code certificate.json} does not.
 */
public final class CertificatePage {

    private static final String STYLE = "/dari/provisioner/release/certificate.css";
    private static final String WORDS = "dari.provisioner.release.page";

    /** More columns than these would push what matters off the page. */
    private static final int MOST_COLUMNS = 24;

    /** More than these would need a second page. */
    private static final int MOST_DISTANCES = 6;

    private final Certificate certificate;
    private final Locale locale;
    private final ResourceBundle words;
    private final StringBuilder html = new StringBuilder();

    private CertificatePage(Certificate certificate, Locale locale) {
        this.certificate = certificate;
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                WORDS, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static void write(Path directory, Certificate certificate) {
        try {
            Files.writeString(directory.resolve(Release.PAGE), html(certificate), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + Release.PAGE, e);
        }
    }

    static String html(Certificate certificate) {
        return "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + new CertificatePage(certificate, Locale.KOREAN).title() + "</title>\n<style>\n"
                + PageStyle.read(STYLE) + "</style>\n</head>\n<body>\n"
                + new CertificatePage(certificate, Locale.KOREAN).article()
                + new CertificatePage(certificate, Locale.ENGLISH).article() + "</body>\n</html>\n";
    }

    private String title() {
        return say(certificate.synthesis() == null ? "title" : "title.synthesis");
    }

    private String article() {
        html.append("<article lang=\"")
                .append(locale.getLanguage())
                .append("\">\n<h1>")
                .append(title());
        html.append("</h1>\n<p class=\"gate ").append(certificate.gate()).append("\">");
        html.append(say("gate." + certificate.gate())).append("</p>\n");
        whatLeaves();
        Certificate.Synthesis synthesis = certificate.synthesis();
        if (synthesis == null) {
            guarantee();
        } else {
            invented(synthesis);
            spent(synthesis);
            distances(synthesis);
        }
        tier();
        tests();
        list("limits", certificate.limits().stream().map(this::text).toList());
        approvals();
        html.append("<p class=\"fine\">").append(say("recipe")).append(": ").append(escaped(certificate.recipeHash()));
        html.append("<br/>")
                .append(say("made"))
                .append(": ")
                .append(certificate.madeAt())
                .append(", ");
        html.append(escaped(certificate.tool()))
                .append("<br/>")
                .append(say("sealed"))
                .append("</p>\n</article>\n");
        return html.toString();
    }

    private void whatLeaves() {
        html.append("<h2>")
                .append(say("leaves"))
                .append("</h2>\n<table>\n<tr><th>")
                .append(say("table"))
                .append("</th><th>");
        html.append(say("rows")).append("</th><th>").append(say("columns")).append("</th></tr>\n");
        for (Certificate.TableFacts table : certificate.tables()) {
            html.append("<tr><td>")
                    .append(escaped(table.table()))
                    .append("</td><td>")
                    .append(number(table.rows()));
            html.append("</td><td>").append(table.columns()).append("</td></tr>\n");
        }
        html.append("</table>\n");
        Certificate.Delivery delivery = certificate.delivery();
        String how = delivery == null ? say("delivery.unknown") : say("delivery." + delivery.mode());
        html.append("<p>").append(say("delivery")).append(": ").append(how).append("</p>\n");
        LocalDate asOf = certificate.exclusionsAsOf();
        html.append("<p>").append(say("exclusions")).append(": ");
        html.append(asOf == null ? say("exclusions.none") : say("exclusions.asOf") + " " + asOf)
                .append("</p>\n");
    }

    private void guarantee() {
        Certificate.Guarantee guarantee = certificate.guarantee();
        List<String> lines = new ArrayList<>();
        lines.add(say("persons") + ": " + number(guarantee.personsReleased()) + " (" + say("suppressed") + ": "
                + number(guarantee.personsSuppressed()) + ", " + say("heldOut") + ": "
                + number(guarantee.personsHeldOut()) + ")");
        if (guarantee.kAsked() > 1) {
            lines.add(say("k") + ": " + number(guarantee.kMeasured()) + " (" + say("asked") + ": " + guarantee.kAsked()
                    + ")");
        }
        for (Certificate.Condition condition : guarantee.conditions()) {
            lines.add(escaped(condition.label()) + ": " + String.format(Locale.ROOT, "%.3f", condition.measured())
                    + " (" + say("asked") + ": " + condition.asked() + ")");
        }
        lines.add(say("covered") + ": " + columns(certificate.columnsCovered()));
        lines.add(say("notCovered") + ": " + columns(certificate.columnsNotCovered()));
        list("guarantee", lines);
    }

    private void invented(Certificate.Synthesis synthesis) {
        String unit = say("unit." + synthesis.unit());
        list(
                "guarantee.synthesis",
                List.of(
                        "ε " + escaped(synthesis.epsilon()) + ", δ " + escaped(synthesis.delta()) + " (ρ "
                                + escaped(synthesis.rho()) + ")",
                        say("unit") + ": "
                                + (synthesis.unit().equals("person")
                                        ? unit + " (" + say("rowsPerPerson") + ": " + synthesis.rowsPerPerson() + ")"
                                        : unit),
                        say("mechanism") + ": " + escaped(synthesis.mechanism()) + ", "
                                + escaped(synthesis.accountant()),
                        say("paid") + ": " + escaped(synthesis.dataset()) + " / " + escaped(synthesis.population()),
                        text(synthesis.covers())));
    }

    private String columns(List<String> names) {
        String shown = escaped(String.join(", ", names.subList(0, Math.min(names.size(), MOST_COLUMNS))));
        return names.isEmpty()
                ? say("none")
                : names.size() > MOST_COLUMNS ? shown + ", … (" + names.size() + ")" : shown;
    }

    private void tier() {
        TierAssessment tier = certificate.tier();
        if (tier == null) {
            return;
        }
        html.append("<h2>")
                .append(say("tier"))
                .append(": ")
                .append(say("tier." + tier.tier()))
                .append("</h2>\n<p>");
        html.append(say("reviewers")).append(": ").append(tier.leastReviewers()).append("</p>\n<ul>\n");
        tier.reasons()
                .forEach(reason -> html.append("<li>").append(text(reason)).append("</li>\n"));
        html.append("</ul>\n");
    }

    private void tests() {
        html.append("<h2>").append(say("tests")).append("</h2>\n");
        if (certificate.tests().isEmpty()) {
            html.append("<p>").append(say("tests.none")).append("</p>\n");
            return;
        }
        List<Assessment.AttackResult> tests = certificate.tests();
        beside(
                BarPlot.pairs(
                        tests.stream()
                                .map(test -> new BarPlot.Pair(
                                        test.release().success(), test.release().controlSuccess()))
                                .toList(),
                        say("tests.plot"),
                        "in",
                        "out"),
                legend("in", "tests.in") + legend("out", "tests.out"));
        row("th", "", say("attack"), say("verdict"), say("tests.in"), say("tests.out"), say("excess"));
        for (int i = 0; i < tests.size(); i++) {
            Assessment.AttackResult test = tests.get(i);
            row(
                    "td",
                    String.valueOf(i + 1),
                    text(test.knowledge()),
                    say("verdict." + test.verdict()),
                    PageStyle.percent(test.release().success()) + " (≤ "
                            + PageStyle.percent(test.release().successUpper()) + ")",
                    PageStyle.percent(test.release().controlSuccess()),
                    "≤ " + PageStyle.percent(test.release().upper()));
        }
        closeBeside();
    }

    /** A drawing on the left, the table of the same figures on the right. */
    private void beside(String plot, String legend) {
        html.append("<div class=\"beside\">\n<div>").append(plot).append(legend).append("</div>\n<table>\n");
    }

    private void closeBeside() {
        html.append("</table>\n</div>\n");
    }

    private void row(String cell, String... cells) {
        html.append(PageStyle.row(cell, cells));
    }

    private String legend(String kind, String key) {
        return PageStyle.legend(kind, say(key));
    }

    private void heading(String key) {
        html.append("<h2>").append(say(key)).append("</h2>\n");
    }

    private void spent(Certificate.Synthesis synthesis) {
        Certificate.Account account = synthesis.account();
        if (account == null) {
            return;
        }
        BigDecimal limit = new BigDecimal(account.limit());
        BigDecimal now = new BigDecimal(synthesis.rho());
        BigDecimal before = new BigDecimal(account.spent()).subtract(now).max(BigDecimal.ZERO);
        heading("spent");
        beside(
                BarPlot.taken(share(before, limit), share(now, limit), say("spent")),
                legend("raw", "spent.before") + legend("in", "spent.now") + legend("out", "spent.left"));
        row("th", "", "ρ", say("spent.share"));
        row("td", say("spent.before"), amount(before), PageStyle.percent(share(before, limit)));
        row("td", say("spent.now"), amount(now), PageStyle.percent(share(now, limit)));
        BigDecimal left = limit.subtract(before).subtract(now).max(BigDecimal.ZERO);
        row("td", say("spent.left"), amount(left), PageStyle.percent(share(left, limit)));
        row(
                "td",
                say("spent.limit"),
                amount(limit),
                "ε " + escaped(account.epsilonSpent()) + " / " + escaped(account.epsilonLimit()));
        closeBeside();
    }

    private void distances(Certificate.Synthesis synthesis) {
        List<Certificate.Distance> all = synthesis.distances();
        if (all == null || all.isEmpty()) {
            return;
        }
        // the farthest first: a page has no room for every column of a wide table, and these are what a reader has to
        // know
        List<Certificate.Distance> shown = all.stream()
                .sorted(Comparator.comparingDouble((Certificate.Distance d) -> d.released() + d.noise())
                        .reversed())
                .limit(MOST_DISTANCES)
                .toList();
        heading("distances");
        beside(
                BarPlot.pairs(
                        shown.stream()
                                .map(d -> new BarPlot.Pair(d.released(), d.noise()))
                                .toList(),
                        say("distances"),
                        "in",
                        "out"),
                legend("in", "distances.released") + legend("out", "distances.noise"));
        row("th", "", say("distances.column"), say("distances.released"), say("distances.noise"));
        for (int i = 0; i < shown.size(); i++) {
            Certificate.Distance distance = shown.get(i);
            row(
                    "td",
                    String.valueOf(i + 1),
                    escaped(distance.column()),
                    PageStyle.percent(distance.released()),
                    PageStyle.percent(distance.noise()));
        }
        closeBeside();
        html.append("<p class=\"fine\">")
                .append(say("distances.read"))
                .append(shown.size() < all.size() ? " (" + shown.size() + " / " + all.size() + ")" : "")
                .append("</p>\n");
    }

    private static double share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? 0 : part.doubleValue() / whole.doubleValue();
    }

    private static String amount(BigDecimal rho) {
        return rho.round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    private void approvals() {
        list(
                "approved",
                certificate.approvedBy().stream()
                        .map(a -> escaped(a.who()) + ", " + escaped(a.role()) + ", " + a.at())
                        .toList());
    }

    private void list(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<h2>").append(say(heading)).append("</h2>\n<ul>\n");
        lines.forEach(line -> html.append("<li>").append(line).append("</li>\n"));
        html.append("</ul>\n");
    }

    private String say(String key) {
        return escaped(words.getString(key));
    }

    private String text(Words sentence) {
        return escaped(locale.equals(Locale.KOREAN) ? sentence.ko() : sentence.en());
    }

    private String number(long count) {
        return String.format(locale, "%,d", count);
    }

    private static String escaped(String text) {
        return PageStyle.escaped(text);
    }
}
