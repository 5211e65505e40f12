package dari.provisioner.assess.synthetic;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.CodedRows;
import dari.provisioner.synthesize.ColumnDomain;
import dari.provisioner.synthesize.Domain;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Attacks a release of invented rows that lies in plain folders; its public domain says how values are told apart. Where the recipe's
 * unit is the person, all rows of a person count as one try, as inside a run: which of them counted there, a secret decided that is
 * gone.
 */
public final class SyntheticFolderAttack {

    /** Below this no attack has enough persons to say anything. */
    private static final int FEWEST_PERSONS = 200;

    private final DuckDb engine;
    private final TableRecipe table;
    private final Synthesis synthesis;
    private final List<ColumnDomain> domain;
    private final int secret;

    /** Column of the real tables that names the person; null where each row is one. */
    private final @Nullable String personKey;

    /** @throws BadInput when the domain cannot be read or has no column to guess of that name */
    public SyntheticFolderAttack(DuckDb engine, Recipe recipe, Synthesis synthesis) {
        this.engine = engine;
        this.table = recipe.tables().get(0);
        this.synthesis = synthesis;
        this.domain = Domain.read(synthesis.domain()).columns();
        String wanted = recipe.attack().secret();
        int found = -1;
        for (int c = 0; c < domain.size(); c++) {
            found = domain.get(c).name().equalsIgnoreCase(wanted) ? c : found;
        }
        if (wanted != null && found < 0) {
            throw new BadInput(
                    table.where(),
                    "attack.secret names no column of the domain",
                    "name a column of " + synthesis.domain());
        }
        this.secret = found;
        this.personKey = synthesis.ownerIn(table);
    }

    /** An open directory and how it is called in an error. */
    public record Folder(SourceDirectory tables, Path path) {}

    public List<Assessment.AttackResult> run(Folder originals, Folder controls, Folder release, long seed) {
        return new SyntheticAttacks(persons(originals), persons(controls), rows(release), seed)
                .run(secret, synthesis.mechanism() == Synthesis.Mechanism.MST);
    }

    private RealRows persons(Folder folder) {
        String key = personKey;
        RealRows persons = key == null ? RealRows.each(rows(folder)) : owned(folder, key);
        if (persons.persons() < FEWEST_PERSONS) {
            throw new BadInput(
                    folder.path().toString(),
                    "holds fewer than " + FEWEST_PERSONS + " persons",
                    "attacks need more real persons to say anything");
        }
        return persons;
    }

    private RealRows owned(Folder folder, String key) {
        SourceTable file = table(folder);
        String person = file.column(key)
                .map(Sql::name)
                .orElseThrow(() -> new BadInput(
                        file.file().toString(),
                        "has no column " + key + ", which names the person",
                        "add it, or write unit: row"));
        CodedRows rows = new CodedRows(domain);
        IntStream.Builder owners = IntStream.builder();
        // rows of nobody count together as one person's, as in a run
        engine.each(
                "SELECT " + columns(file) + ", dense_rank() OVER (ORDER BY coalesce(" + person
                        + ", '')) AS \"dari owner\" FROM " + Sql.name(file.view()) + " ORDER BY \"dari owner\"",
                row -> {
                    rows.add(column -> row.getString(column + 1));
                    owners.add(row.getInt(domain.size() + 1) - 1);
                    return rows;
                });
        return RealRows.of(BitRows.of(rows.table()), owners.build().toArray());
    }

    private BitRows rows(Folder folder) {
        SourceTable file = table(folder);
        CodedRows rows = new CodedRows(domain);
        engine.each("SELECT " + columns(file) + " FROM " + Sql.name(file.view()), row -> {
            rows.add(column -> row.getString(column + 1));
            return rows;
        });
        return BitRows.of(rows.table());
    }

    private SourceTable table(Folder folder) {
        return folder.tables()
                .table(table.name())
                .orElseThrow(
                        () -> new BadInput(folder.path().toString(), "has no table " + table.name(), "add its file"));
    }

    private String columns(SourceTable file) {
        return domain.stream()
                .map(c -> Sql.name(file.column(c.name())
                        .orElseThrow(() -> new BadInput(
                                file.file().toString(),
                                "has no column " + c.name(),
                                "attack a release of the recipe's domain"))))
                .collect(Collectors.joining(", "));
    }
}
