package dari.agreements;

import dari.agreements.AgreementText.Line;
import dari.matching.permission.Term;
import dari.offers.OfferContent;
import dari.projects.ProjectView;
import dari.quotes.Quotes;
import dari.sandboxes.TierRule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Chooses the clauses of an agreement from the offer's terms and the project's facts. The clauses are data: one file a
 * version, one row a clause with what it takes to be chosen and its wording in both languages. A changed wording gets a new
 * file, because a signed text never changes.
 */
@Component
class Clauses {

    static final String VERSION = "2026.11.2";

    /** @param when what all has to be true: {@code term:X}, {@code delivery:X}, {@code tier:X}, {@code gate:X}, {@code downloads}; ! for not */
    private record Clause(String code, List<String> when, Line text) {}

    private final List<Clause> clauses;
    private final TierRule tiers;
    private final Quotes quotes;

    Clauses(TierRule tiers, Quotes quotes) {
        this.quotes = quotes;
        this.tiers = tiers;
        this.clauses = read();
    }

    private static List<Clause> read() {
        CSVFormat format = CSVFormat.TDF
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setQuote(null)
                .get();
        ClassPathResource file = new ClassPathResource("agreements/clauses-" + VERSION + ".tsv");
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = format.parse(text)) {
            return rows.stream()
                    .map(row -> new Clause(
                            row.get("code"),
                            row.get("when").isBlank()
                                    ? List.of()
                                    : List.of(row.get("when").strip().split(" ")),
                            new Line(row.get("ko"), row.get("en"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who stands behind the hospital's side; the hospital itself where nobody was named. */
    record Behind(String controller, String contracting, String payee) {

        static final Behind NOBODY = new Behind("", "", "");

        private static String or(String name, String usual) {
            return name.isBlank() ? usual : name;
        }
    }

    AgreementText write(ProjectView project, LocalDate validUntil) {
        List<Line> lines = new ArrayList<>();
        for (Clause clause : chosen(project)) {
            lines.add(numbered(lines.size() + 1, filled(clause, project, validUntil, Behind.NOBODY)));
        }
        return AgreementText.of(VERSION, lines);
    }

    /** The same text with other names behind the hospital. */
    AgreementText name(AgreementText text, ProjectView project, LocalDate validUntil, Behind behind) {
        List<Clause> chosen = chosen(project);
        for (int i = 0; i < chosen.size() && i < text.lines().size(); i++) {
            if (chosen.get(i).code().equals("roles")) {
                return text.with(i, numbered(i + 1, filled(chosen.get(i), project, validUntil, behind)));
            }
        }
        return text;
    }

    /** What other terms would choose for the same project, unnumbered and unfilled. */
    List<ChosenClause> choice(ProjectView project, OfferContent offer) {
        return chosen(offer, quotes.gateOf(project).name()).stream()
                .map(clause -> new ChosenClause(
                        clause.code(), clause.text().korean(), clause.text().english()))
                .toList();
    }

    private List<Clause> chosen(ProjectView project) {
        return chosen(project.terms(), quotes.gateOf(project).name());
    }

    private List<Clause> chosen(OfferContent offer, String gate) {
        return clauses.stream()
                .filter(clause -> clause.when().stream().allMatch(condition -> holds(condition, offer, gate)))
                .toList();
    }

    /** A decided AI use is written down either way; an undecided one is not permitted. */
    private boolean holds(String condition, OfferContent offer, String gate) {
        if (condition.startsWith("!")) {
            return !holds(condition.substring(1), offer, gate);
        }
        String[] parts = condition.split(":", 2);
        return switch (parts[0]) {
            case "term" -> offer.terms().isTrue(Term.valueOf(parts[1]));
            case "delivery" -> offer.delivery().name().equals(parts[1]);
            case "tier" -> tiers.predict(offer).tier().name().equals(parts[1]);
            case "gate" -> gate.equals(parts[1]);
            case "downloads" -> offer.downloadsAllowed();
            default -> throw new IllegalStateException("condition " + condition);
        };
    }

    private static Line numbered(int number, Line text) {
        return Line.typed(number + ". " + text.korean(), number + ". " + text.english());
    }

    private static Line filled(Clause clause, ProjectView project, LocalDate validUntil, Behind behind) {
        return new Line(
                filled(clause.text().korean(), project, validUntil, behind, Locale.KOREAN),
                filled(clause.text().english(), project, validUntil, behind, Locale.ENGLISH));
    }

    private static String filled(String text, ProjectView project, LocalDate validUntil, Behind behind, Locale locale) {
        String hospital = project.hospital().name(locale);
        Map<String, String> facts = Map.of(
                "number", project.number(),
                "startup", project.startup().name(locale),
                "hospital", hospital,
                "title", project.title(locale),
                "purpose", project.summary(locale),
                "until", Objects.requireNonNull(validUntil.format(DateTimeFormatter.ISO_LOCAL_DATE)),
                "days", Integer.toString(project.terms().accessDays()),
                "controller", Behind.or(behind.controller(), hospital),
                "contracting", Behind.or(behind.contracting(), hospital),
                "payee", Behind.or(behind.payee(), hospital));
        String filled = text;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }
}
