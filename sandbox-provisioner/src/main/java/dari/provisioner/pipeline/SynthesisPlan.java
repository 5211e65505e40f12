package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.recipe.ColumnRecipe;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Role;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.PublicFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The synthesised table beside its source and its public domain.
 *
 * @param table released columns in the order of the source
 * @param domain one per released column, in the same order
 * @param facts what the recipe declares of them together
 * @param personKey the source's spelling of the column that names the person; null where the unit is a row
 */
record SynthesisPlan(
        PlannedTable table,
        List<ColumnDomain> domain,
        PublicFacts facts,
        @Nullable String personKey) {

    SynthesisPlan {
        domain = List.copyOf(domain);
    }

    /** What the ledger says beside the recipe where a part of the price divides codes; else nothing. */
    String refinement() {
        return facts.refinementShare() == 0
                ? ""
                : String.format(Locale.ROOT, ", at most %.1f %% of it to divide codes", facts.refinementShare() * 100);
    }

    /** @throws BadInput when recipe, domain and source do not name the same columns */
    static SynthesisPlan of(Recipe recipe, Synthesis synthesis, SourceDirectory source) {
        TableRecipe table = recipe.tables().get(0);
        SourceTable file = source.table(table.name())
                .orElseThrow(() -> new BadInput(
                        table.where(), "the source has no such table", "correct its name or add its file"));
        Domain domain = Domain.read(synthesis.domain());
        for (ColumnDomain column : domain.columns()) {
            if (file.column(column.name()).isEmpty()) {
                throw new BadInput(
                        synthesis.domain() + " " + column.name(),
                        "the source has no such column",
                        "remove it or correct its name");
            }
        }
        String personKey = personKey(table, synthesis, file);
        List<PlannedTable.Column> released = new ArrayList<>();
        List<ColumnDomain> domains = new ArrayList<>();
        for (String name : file.columns()) {
            Optional<ColumnDomain> column = domain.column(name);
            if (column.isPresent()) {
                released.add(new PlannedTable.Column(
                        new ColumnRecipe(name, Role.OTHER, new Treatment.Synthesised(), table.where()), name));
                domains.add(column.get());
            } else if (!table.dropOthers() && !name.equals(personKey)) {
                throw new BadInput(
                        table.where(),
                        "its domain does not list the source's column '" + name + "'",
                        "list it or write others: drop");
            }
        }
        return new SynthesisPlan(
                new PlannedTable(table, file, personKey, released, List.of()),
                domains,
                DeclaredFacts.of(synthesis.constraints(), synthesis.refined(), domains),
                personKey);
    }

    private static @Nullable String personKey(TableRecipe table, Synthesis synthesis, SourceTable file) {
        String key = synthesis.ownerIn(table);
        if (key == null) {
            return null;
        }
        return file.column(key)
                .orElseThrow(() -> new BadInput(
                        table.where(), "the source has no person key '" + key + "' here", "name it with personKey"));
    }
}
