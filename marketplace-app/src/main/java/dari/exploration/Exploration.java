package dari.exploration;

import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.StartupMember;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxId;
import dari.sandboxes.Sandboxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Writes the questions that people without SQL have. They go the way of every other: through the gate, in a process of their
 * own, within its limits, and onto the page that the hospital reads. Small cells never come out of that process.
 */
@Service
public class Exploration {

    private final SandboxQueries queries;
    private final Sandboxes sandboxes;

    Exploration(SandboxQueries queries, Sandboxes sandboxes) {
        this.queries = queries;
        this.sandboxes = sandboxes;
    }

    /**
     * What there is to look at.
     *
     * @throws RuleBrokenException when access is closed
     */
    @StartupMember
    @SecondStep
    public List<ExplorableTable> tables(SandboxId sandbox) {
        Dictionary dictionary = queries.prepare(sandbox).dictionary();
        String text = sandboxes.show(sandbox).recipe();
        Optional<Recipe> recipe = Optional.ofNullable(text).map(Recipe::outline);
        return dictionary.tables().stream()
                .map(table -> new ExplorableTable(
                        table,
                        recipe.flatMap(found -> found.table(table.name()))
                                .flatMap(found -> person(found, table))
                                .orElse(null),
                        table.columns().stream()
                                .filter(BinnedColumn::isPossible)
                                .toList()))
                .toList();
    }

    private static Optional<String> person(TableRecipe recipe, Dictionary.Table table) {
        return table.columns().stream()
                .map(Dictionary.Column::name)
                .filter(name -> name.equalsIgnoreCase(recipe.personKey()))
                .findFirst();
    }

    /**
     * Two columns of a table together.
     *
     * @throws NotFoundException when there are no such columns to look at
     * @throws RuleBrokenException when access is closed, or the question cannot be answered within the limits
     */
    @StartupMember
    @SecondStep
    public PairChart pair(SandboxId sandbox, String table, String across, String down) {
        ExplorableTable found = table(tables(sandbox), table);
        BinnedColumn one = new BinnedColumn(column(found, across));
        BinnedColumn other = new BinnedColumn(column(found, down));
        QueryAnswer answer = ask(
                sandbox,
                "SELECT x, y, count(*) AS n FROM (SELECT " + one.sql() + " AS x, " + other.sql() + " AS y FROM "
                        + Literals.name(found.name()) + ") GROUP BY x, y HAVING count(*) >= "
                        + Distribution.SMALLEST_SHOWN + " ORDER BY n DESC");
        return PairChart.of(
                one,
                other,
                answer.rows().stream()
                        .map(row -> new PairChart.Counted(
                                text(row.get(0)), text(row.get(1)), Long.parseLong(text(row.get(2)))))
                        .toList());
    }

    /** A criterion as it was typed. */
    public record Asked(String table, String column, String comparison, String value) {}

    /**
     * How many persons fit all criteria, to the nearest ten; empty when too few to say.
     *
     * @throws CriterionUnclear when a value is none of its column's
     * @throws RuleBrokenException when access is closed, or the question cannot be answered within the limits
     */
    @StartupMember
    @SecondStep
    public OptionalLong persons(SandboxId sandbox, List<Asked> asked) {
        List<ExplorableTable> tables = tables(sandbox);
        List<String> sets = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            int place = i;
            Asked one = asked.get(i);
            ExplorableTable table = table(tables, one.table());
            String person = Optional.ofNullable(table.person()).orElseThrow(() -> new NotFoundException("person key"));
            String condition = new Criterion(
                            table.table(),
                            column(table, one.column()),
                            Criterion.Comparison.of(one.comparison())
                                    .orElseThrow(() -> new NotFoundException("comparison")),
                            one.value())
                    .sql()
                    .orElseThrow(() -> new CriterionUnclear(place));
            sets.add(
                    "SELECT " + Literals.name(person) + " FROM " + Literals.name(table.name()) + " WHERE " + condition);
        }
        QueryAnswer answer = ask(
                sandbox,
                "SELECT CASE WHEN n >= " + Distribution.SMALLEST_SHOWN
                        + " THEN CAST(10 * round(n / 10.0) AS BIGINT) END AS persons FROM (SELECT count(*) AS n FROM ("
                        + sets.stream().collect(Collectors.joining(" INTERSECT ", "SELECT DISTINCT * FROM (", ")"))
                        + "))");
        @Nullable String persons = answer.rows().get(0).get(0);
        return persons == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(persons));
    }

    private QueryAnswer ask(SandboxId sandbox, String sql) {
        QueryAnswer answer = queries.ask(sandbox, sql);
        QueryAnswer.Problem problem = answer.problem();
        if (problem != null) {
            throw new RuleBrokenException("queries.refusal." + problem.refusal());
        }
        return answer;
    }

    private static ExplorableTable table(List<ExplorableTable> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("table"));
    }

    private static Dictionary.Column column(ExplorableTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("column"));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNull(value, "a cell has a label and a count");
    }
}
