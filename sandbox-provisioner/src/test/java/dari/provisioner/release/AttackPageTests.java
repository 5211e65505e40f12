package dari.provisioner.release;

import static org.assertj.core.api.Assertions.assertThat;

import dari.provisioner.Words;
import dari.provisioner.synthesize.Likeness;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class AttackPageTests {

    private static final Assessment.Measured RAW = measured(0.9, 0.2);
    private static final Assessment.Measured FRESH = measured(0.21, 0.2);

    private static Assessment.Measured measured(double success, double control) {
        double excess = success - control;
        return new Assessment.Measured(
                5000, success, success + 0.01, 4000, control, excess, excess - 0.02, excess + 0.02);
    }

    private static Assessment.AttackResult attack(Assessment.Verdict verdict, double success) {
        return new Assessment.AttackResult(
                "linkability",
                Words.of("k", "반쪽씩 <두> 파일", "two files with half of the <columns> each"),
                verdict,
                measured(success, 0.2),
                RAW,
                FRESH);
    }

    private static AttackReport report(Assessment.AttackResult... attacks) {
        return new AttackReport(
                1,
                "ab".repeat(32),
                Instant.parse("2026-11-26T09:00:00Z"),
                new AttackReport.Risk(0.2, 0.05, 0.1, 0.04),
                List.of(attacks));
    }

    @Test
    void saysTheSameFiguresInThePlotAndInTheTableBesideIt() throws Exception {
        String html = AttackPage.html(report(attack(Assessment.Verdict.PASSED, 0.213)));
        assertThat(html).contains("<td>21.3%</td><td>20.0%</td><td>≤ 3.3%</td>");
        assertThat(html).contains("<td>0.013</td><td>-0.007 … 0.033</td>");
        // the bars' lengths, against 582 units for all persons
        List<Double> widths = numbers(html, "<rect class=\"(?:in|out)\" [^>]*width=\"([0-9.]+)\" height=\"12\"");
        assertThat(widths).containsExactly(124.0, 116.4, 124.0, 116.4);
        // on the axis of the excess the release's mark lies where its figure is
        List<Double> centres = numbers(html, "<circle class=\"release\" cx=\"([0-9.]+)\" cy=\"8.0\"");
        List<Double> ends = numbers(html, "<line class=\"release\" x1=\"([0-9.]+)\"");
        double unit = (centres.get(0) - ends.get(0)) / 0.02;
        List<Double> zero = numbers(html, "<line class=\"zero\" x1=\"([0-9.]+)\" x2=\"\\1\"");
        assertThat(centres.get(0)).isBetween(zero.get(0) + 0.013 * unit - 1.5, zero.get(0) + 0.013 * unit + 1.5);
    }

    private static List<Double> numbers(String html, String pattern) {
        List<Double> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        while (matcher.find()) {
            found.add(Double.valueOf(matcher.group(1)));
        }
        return found;
    }

    @Test
    void isWellFormedSelfContainedAndInBothLanguages() throws Exception {
        String html = AttackPage.html(report(
                attack(Assessment.Verdict.PASSED, 0.21),
                attack(Assessment.Verdict.FAILED, 0.7),
                new Assessment.AttackResult(
                        "other", Words.of("k", "ㄱ", "a"), Assessment.Verdict.NOT_BELIEVABLE, RAW, null, null)));
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        assertThat(html).doesNotContain("<script", "http:", "https:", "url(", "@import", "style=\"");
        assertThat(html.split("<article", -1)).hasSize(5);
        assertThat(html).contains("반쪽씩 &lt;두&gt; 파일", "two files with half of the &lt;columns&gt; each");
    }

    /** The board's page of an invented release: each small plot beside the table of its figures, in both languages. */
    @Test
    void theCertificateHasSmallPlotsBesideTheirFigures() throws Exception {
        Certificate.Synthesis synthesis = new Certificate.Synthesis(
                "1",
                "0.000000001",
                "0.02",
                "person",
                3,
                "mst",
                "accountant 1",
                "d",
                "all",
                Words.of("c", "ㄱ", "c"),
                new Certificate.Account("0.1", "0.05", "2.5", "1.7"),
                List.of(new Certificate.Distance("near", 0.01, 0.02), new Certificate.Distance("fa<r", 0.1, 0.25)));
        String html = CertificatePage.html(new Certificate(
                1,
                "tool",
                Instant.parse("2026-11-26T09:00:00Z"),
                "synthesize",
                null,
                "ab".repeat(32),
                "cd".repeat(32),
                new Certificate.Guarantee(0, 0, null, null, List.of(), null, 0, 0, 0, 0),
                List.of(),
                List.of("t.near"),
                List.of(new Certificate.TableFacts("t", 10, 2, 0, List.of())),
                Assessment.Gate.PASSED,
                List.of(attack(Assessment.Verdict.PASSED, 0.213)),
                null,
                List.of(),
                1.0,
                null,
                synthesis,
                List.of(),
                null));
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        assertThat(html).doesNotContain("<script", "http:", "https:", "url(", "@import", "style=\"");
        assertThat(html.split("<svg class=\"plot\"", -1))
                .as("three in each language")
                .hasSize(7);
        // bars against 242 units for the whole: attacks, what was spent, distances with the farthest column first
        assertThat(numbers(html, "<rect class=\"in\" [^>]*width=\"([0-9.]+)\" height=\"(?:8|16)\"/>\\n"))
                .startsWith(48.4, 24.2, 2.4);
        assertThat(html)
                .contains("<td>21.3% (≤ 22.3%)</td><td>20.0%</td><td>≤ 3.3%</td>")
                .contains("<td>Before</td><td>0.03</td><td>30.0%</td>", "<td>이번 자료</td><td>0.02</td><td>20.0%</td>")
                .contains("<td>Left</td><td>0.05</td><td>50.0%</td>", "ε 1.7 / 2.5")
                .contains("<td>1</td><td>fa&lt;r</td><td>10.0%</td><td>25.0%</td>");
    }

    /** Of every measure that there is, in both languages; the page says that it must not leave. */
    @Test
    void theStewardsPageOfUsefulnessHasAPlotBesideItsFigures() throws Exception {
        List<Likeness> figures = Stream.of(
                        "1-way",
                        "2-way",
                        "pair",
                        "transitions",
                        "contacts of a person",
                        "gap",
                        "three kinds in a row",
                        "codes of a person",
                        "rows of a person",
                        "rows of each concept",
                        "prevalence of concepts (mean difference)")
                .map(measure -> new Likeness(measure, measure.equals("pair") ? "a<b, c" : "", 0.1, 0.01, 0.25))
                .toList();
        String html = UsefulnessPage.html(figures);
        String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(body)));
        assertThat(html).doesNotContain("<script", "http:", "https:", "url(", "@import", "style=\"");
        assertThat(numbers(html, "<rect class=\"in\" [^>]*width=\"([0-9.]+)\" height=\"8\"/>\\R"))
                .hasSize(22)
                .containsOnly(24.2);
        assertThat(html)
                .contains("<td>3</td><td>Two columns: a&lt;b, c</td><td>10.0%</td><td>1.0%</td><td>25.0%</td>")
                .contains("keep this page inside the hospital", "병원 밖으로 내보내지 마십시오");
        assertThat(UsefulnessPage.html(List.of()))
                .contains("There are no rows to compare")
                .doesNotContain("<svg");
    }

    @Test
    void oneAttackThatGotThroughDecidesAndADoubtfulOneLeavesItOpen() {
        Assessment.AttackResult passed = attack(Assessment.Verdict.PASSED, 0.21);
        Assessment.AttackResult failed = attack(Assessment.Verdict.FAILED, 0.7);
        Assessment.AttackResult doubtful = attack(Assessment.Verdict.NOT_BELIEVABLE, 0.21);
        assertThat(AttackPage.html(report(passed))).contains("class=\"gate PASSED\"");
        assertThat(AttackPage.html(report(passed, doubtful, failed))).contains("class=\"gate FAILED\"");
        assertThat(AttackPage.html(report(passed, doubtful))).contains("class=\"gate OPEN\"");
        assertThat(AttackPage.html(report())).contains("class=\"gate OPEN\"").doesNotContain("<svg");
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        for (String name : List.of("attacks", "page", "usefulness")) {
            assertThat(bundle(name, Locale.KOREAN).keySet())
                    .as(name)
                    .isEqualTo(bundle(name, Locale.ENGLISH).keySet());
        }
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "dari.provisioner.release." + name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
