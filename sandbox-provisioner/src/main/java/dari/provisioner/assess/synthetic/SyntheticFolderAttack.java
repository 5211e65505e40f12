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

/** Attacks a release of invented rows that lies in plain folders; its public domain says how values are told apart. */
public final class SyntheticFolderAttack {

    /** Below this no attack has enough persons to say anything. */
    private static final int FEWEST_ROWS = 200;

    private final DuckDb engine;
    private final TableRecipe table;
    private final Synthesis synthesis;
    private final List<ColumnDomain> domain;
    private final int secret;

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
    }

    /** An open directory and how it is called in an error. */
    public record Folder(SourceDirectory tables, Path path) {}

    public List<Assessment.AttackResult> run(Folder originals, Folder controls, Folder release, long seed) {
        BitRows known = rows(originals);
        BitRows withheld = rows(controls);
        requireEnough(known, originals);
        requireEnough(withheld, controls);
        return new SyntheticAttacks(known, withheld, rows(release), seed)
                .run(secret, synthesis.mechanism() == Synthesis.Mechanism.MST);
    }

    private static void requireEnough(BitRows rows, Folder folder) {
        if (rows.rows() < FEWEST_ROWS) {
            throw new BadInput(
                    folder.path().toString(),
                    "holds fewer than " + FEWEST_ROWS + " rows",
                    "attacks need more real rows to say anything");
        }
    }

    private BitRows rows(Folder folder) {
        SourceTable file = folder.tables()
                .table(table.name())
                .orElseThrow(
                        () -> new BadInput(folder.path().toString(), "has no table " + table.name(), "add its file"));
        String columns = domain.stream()
                .map(c -> Sql.name(file.column(c.name())
                        .orElseThrow(() -> new BadInput(
                                file.file().toString(),
                                "has no column " + c.name(),
                                "attack a release of the recipe's domain"))))
                .collect(Collectors.joining(", "));
        CodedRows rows = new CodedRows(domain);
        engine.each("SELECT " + columns + " FROM " + Sql.name(file.view()), row -> {
            rows.add(column -> row.getString(column + 1));
            return rows;
        });
        return BitRows.of(rows.table());
    }
}
