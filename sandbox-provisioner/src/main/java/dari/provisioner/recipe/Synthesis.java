package dari.provisioner.recipe;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a recipe of {@code goal: synthesize} makes invented rows.
 *
 * @param domain file of the table's public domain; of histories, of the person table
 * @param epsilon ε of (ε, δ)-differential privacy for the release, above 0
 * @param delta δ, above 0
 * @param unit whose presence is hidden
 * @param rowsPerPerson rows of one person that count at most; 1 where the unit is a row
 * @param dataset account of the ledger that pays
 * @param population part of the dataset that the account is about
 * @param constraints what is publicly known of the table's columns together
 * @param refined columns of many codes, and what their codes are brought together along
 * @param history what makes the tables histories of OMOP; null where one table is synthesised
 */
public record Synthesis(
        Path domain,
        Mechanism mechanism,
        BigDecimal epsilon,
        BigDecimal delta,
        Unit unit,
        int rowsPerPerson,
        String dataset,
        String population,
        List<Constraint> constraints,
        List<Refined> refined,
        @Nullable HistorySynthesis history) {

    public Synthesis {
        constraints = List.copyOf(constraints);
        refined = List.copyOf(refined);
    }

    /**
     * A column of many codes.
     *
     * @param hierarchy that brings its codes in order; null for intervals that are divided step by step
     * @param where file and line of it, for errors
     */
    public record Refined(String column, @Nullable HierarchySpec hierarchy, String where) {}

    /** The column that names whose a row of a table is; null where the unit is a row. */
    public @Nullable String ownerIn(TableRecipe table) {
        return unit == Unit.ROW ? null : table.personKey();
    }

    /** The account that pays, as people read it. */
    public String account() {
        return dataset + " / " + population;
    }

    /** Which marginals are measured. */
    public enum Mechanism {
        MST,
        ADAPTIVE
    }

    /** What a neighbouring table has one more or less of. */
    public enum Unit {
        ROW,
        PERSON
    }
}
