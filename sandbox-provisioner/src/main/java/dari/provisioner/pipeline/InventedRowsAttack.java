package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.assess.synthetic.BitRows;
import dari.provisioner.assess.synthetic.SyntheticAttacks;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.CodedTable;
import dari.provisioner.synthesize.ColumnDomain;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Withholds rows before any are used, and attacks the invented ones with them. */
final class InventedRowsAttack {

    private final Recipe recipe;
    private final List<ColumnDomain> domain;
    private final int secret;
    private final CodedTable used;
    private final CodedTable withheld;

    private InventedRowsAttack(
            Recipe recipe, List<ColumnDomain> domain, int secret, CodedTable used, CodedTable withheld) {
        this.recipe = recipe;
        this.domain = domain;
        this.secret = secret;
        this.used = used;
        this.withheld = withheld;
    }

    /** @throws BadInput when the recipe asks for attacks that this version does not have; reads no row */
    static void check(Recipe recipe, Synthesis synthesis) {
        boolean history = synthesis.history() != null; // attacked by person, however many of its rows count
        if (recipe.assessment().required() && synthesis.rowsPerPerson() > 1 && !history) {
            throw new BadInput(
                    recipe.tables().get(0).where(),
                    "attacks on persons with several rows are not in this version",
                    "write rowsPerPerson: 1, or assessment: none, with which a release can never become ready");
        }
    }

    /** Which rows are withheld, chance decides; none when the recipe asks for no attacks. */
    static InventedRowsAttack withholding(
            Recipe recipe, List<ColumnDomain> domain, CodedTable rows, SecureRandom random) {
        int[] order = IntStream.range(0, rows.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        int kept =
                rows.rows() - (int) Math.round(rows.rows() * recipe.assessment().holdout());
        return new InventedRowsAttack(
                recipe,
                domain,
                secret(recipe, domain),
                part(rows, domain, order, 0, kept),
                part(rows, domain, order, kept, order.length));
    }

    private static int secret(Recipe recipe, List<ColumnDomain> domain) {
        String wanted = recipe.attack().secret();
        return IntStream.range(0, domain.size())
                .filter(c -> domain.get(c).name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(-1);
    }

    private static CodedTable part(CodedTable rows, List<ColumnDomain> domain, int[] order, int from, int to) {
        short[][] columns = new short[rows.width()][to - from];
        for (int c = 0; c < columns.length; c++) {
            for (int i = from; i < to; i++) {
                columns[c][i - from] = rows.column(c)[order[i]];
            }
        }
        return new CodedTable(columns, sizes(domain));
    }

    private static int[] sizes(List<ColumnDomain> domain) {
        return domain.stream().mapToInt(ColumnDomain::size).toArray();
    }

    /** The rows that may be used. */
    CodedTable used() {
        return used;
    }

    Assessment assess(CodedTable invented, Instant at, SecureRandom random) {
        List<Assessment.AttackResult> attacks = recipe.assessment().required() && enough()
                ? new SyntheticAttacks(BitRows.of(used), BitRows.of(withheld), BitRows.of(invented), random.nextLong())
                        .run(secret, synthesis() == Synthesis.Mechanism.MST)
                : List.of();
        return Judgement.assessment(recipe, attacks, at);
    }

    /** Without a row on either side there is nothing to attack with. */
    private boolean enough() {
        return used.rows() > 0 && withheld.rows() > 1;
    }

    private Synthesis.Mechanism synthesis() {
        Synthesis synthesis = recipe.synthesis();
        return synthesis == null ? Synthesis.Mechanism.ADAPTIVE : synthesis.mechanism();
    }
}
