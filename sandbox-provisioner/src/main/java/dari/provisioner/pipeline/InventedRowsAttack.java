package dari.provisioner.pipeline;

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

/** Withholds persons, each with all its rows, before any are used, and attacks the invented rows with them. */
final class InventedRowsAttack {

    private final Recipe recipe;
    private final int secret;
    private final CodedPersons.Parts persons;

    private InventedRowsAttack(Recipe recipe, int secret, CodedPersons.Parts persons) {
        this.recipe = recipe;
        this.secret = secret;
        this.persons = persons;
    }

    /** Who is withheld, chance decides; nobody when the recipe asks for no attacks. */
    static InventedRowsAttack withholding(
            Recipe recipe, List<ColumnDomain> domain, CodedPersons rows, SecureRandom random) {
        int withheld = (int) Math.round(rows.persons() * recipe.assessment().holdout());
        return new InventedRowsAttack(recipe, secret(recipe, domain), rows.withholding(withheld, random));
    }

    private static int secret(Recipe recipe, List<ColumnDomain> domain) {
        String wanted = recipe.attack().secret();
        return IntStream.range(0, domain.size())
                .filter(c -> domain.get(c).name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(-1);
    }

    /** The rows that may be used. */
    CodedTable used() {
        return persons.used().rows();
    }

    Assessment assess(CodedTable invented, Instant at, SecureRandom random) {
        List<Assessment.AttackResult> attacks = recipe.assessment().required() && enough()
                ? new SyntheticAttacks(
                                persons.used().real(),
                                persons.withheld().real(),
                                BitRows.of(invented),
                                random.nextLong())
                        .run(secret, synthesis() == Synthesis.Mechanism.MST)
                : List.of();
        return Judgement.assessment(recipe, attacks, at);
    }

    /** Without a person on either side there is nothing to attack with. */
    private boolean enough() {
        return persons.used().persons() > 0 && persons.withheld().persons() > 1;
    }

    private Synthesis.Mechanism synthesis() {
        Synthesis synthesis = recipe.synthesis();
        return synthesis == null ? Synthesis.Mechanism.ADAPTIVE : synthesis.mechanism();
    }
}
