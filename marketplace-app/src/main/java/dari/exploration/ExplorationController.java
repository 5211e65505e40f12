package dari.exploration;

import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import dari.workspace.ChartBars;
import dari.workspace.Concepts;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a release is looked into without SQL. What asks the data is posted: the hospital reads each of it. */
@Controller
@RequestMapping("/sandboxes/{sandbox}/explore")
class ExplorationController {

    private static final int CRITERIA = 3;
    private static final int MOST_CONCEPTS = 12;

    private final Exploration exploration;
    private final SandboxQueries queries;
    private final Sandboxes sandboxes;
    private final Concepts concepts;

    ExplorationController(Exploration exploration, SandboxQueries queries, Sandboxes sandboxes, Concepts concepts) {
        this.exploration = exploration;
        this.queries = queries;
        this.sandboxes = sandboxes;
        this.concepts = concepts;
    }

    /** @param column as {@code table.column}; empty where the line is not used */
    record Line(String column, String comparison, String value) {

        static final Line EMPTY = new Line("", "IS", "");

        boolean isUsed() {
            return !column.isEmpty();
        }

        Exploration.Asked asked() {
            int dot = column.indexOf('.');
            if (dot < 0) {
                throw new NotFoundException("column");
            }
            return new Exploration.Asked(column.substring(0, dot), column.substring(dot + 1), comparison, value);
        }
    }

    /** Lines as a form sends them: one value of each kind for each line. */
    record CohortForm(List<String> column, List<String> comparison, List<String> value) {

        /** What a request leaves out comes as null. */
        CohortForm {
            column = column == null ? List.of() : List.copyOf(column);
            comparison = comparison == null ? List.of() : List.copyOf(comparison);
            value = value == null ? List.of() : List.copyOf(value);
        }

        List<Line> lines() {
            return IntStream.range(0, Math.min(CRITERIA, column.size()))
                    .filter(i -> i < comparison.size() && i < value.size())
                    .mapToObj(i -> new Line(column.get(i), comparison.get(i), value.get(i)))
                    .toList();
        }
    }

    @GetMapping
    String look(
            @PathVariable UUID sandbox,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(defaultValue = "") String concept,
            Model model) {
        model.addAttribute("concept", concept);
        if (!concept.isBlank()) {
            model.addAttribute("concepts", concepts.near("disease", concept, MOST_CONCEPTS));
        }
        return page(new SandboxId(sandbox), table, List.of(), model);
    }

    @PostMapping("/pair")
    String pair(
            @PathVariable UUID sandbox,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String across,
            @RequestParam(defaultValue = "") String down,
            Model model) {
        SandboxId id = new SandboxId(sandbox);
        model.addAttribute("across", across);
        model.addAttribute("down", down);
        try {
            model.addAttribute("pair", exploration.pair(id, table, across, down));
        } catch (RuleBrokenException e) {
            model.addAttribute("pairProblem", e.messageKey());
        }
        return page(id, table, List.of(), model);
    }

    @PostMapping("/cohort")
    String cohort(@PathVariable UUID sandbox, @ModelAttribute CohortForm form, Model model) {
        SandboxId id = new SandboxId(sandbox);
        List<Line> lines = form.lines();
        List<Line> used = lines.stream().filter(Line::isUsed).toList();
        if (used.isEmpty()) {
            model.addAttribute("cohortProblem", "exploration.cohort.missing");
        } else {
            try {
                model.addAttribute("counted", true);
                exploration
                        .persons(id, used.stream().map(Line::asked).toList())
                        .ifPresent(persons -> model.addAttribute("persons", persons));
            } catch (CriterionUnclear e) {
                model.addAttribute("counted", false);
                model.addAttribute("unclear", lines.indexOf(used.get(e.place())));
                model.addAttribute("cohortProblem", "exploration.cohort.unclear");
            } catch (RuleBrokenException e) {
                model.addAttribute("counted", false);
                model.addAttribute("cohortProblem", e.messageKey());
            }
        }
        return page(id, null, lines, model);
    }

    private String page(SandboxId id, @Nullable String wanted, List<Line> lines, Model model) {
        model.addAttribute("sandbox", sandboxes.show(id));
        model.addAttribute("smallest", Distribution.SMALLEST_SHOWN);
        queries.place(id).ifPresent(place -> model.addAttribute("place", place));
        try {
            List<ExplorableTable> tables = exploration.tables(id);
            ExplorableTable shown = tables.stream()
                    .filter(table -> table.name().equals(wanted))
                    .findFirst()
                    .orElse(tables.get(0));
            model.addAttribute("tables", tables);
            model.addAttribute("table", shown);
            model.addAttribute("missing", missing(shown.table()));
            model.addAttribute(
                    "personTables",
                    tables.stream().filter(table -> table.person() != null).toList());
            model.addAttribute(
                    "lines",
                    IntStream.range(0, CRITERIA)
                            .mapToObj(i -> i < lines.size() ? lines.get(i) : Line.EMPTY)
                            .toList());
            model.addAttribute("comparisons", Criterion.Comparison.values());
        } catch (RuleBrokenException closed) {
            model.addAttribute("closed", closed.messageKey());
        }
        return "exploration/explore";
    }

    /** Rows without a value, by column; one with too few to show is not among them. */
    private static ChartBars missing(Dictionary.Table table) {
        List<Distribution.Cell> cells = table.columns().stream()
                .filter(column -> column.missing() != null && column.missing() > 0)
                .map(column ->
                        new Distribution.Cell(column.name(), null, null, Objects.requireNonNull(column.missing())))
                .toList();
        return ChartBars.of(new Distribution(Distribution.Kind.VALUES, cells, null));
    }
}
