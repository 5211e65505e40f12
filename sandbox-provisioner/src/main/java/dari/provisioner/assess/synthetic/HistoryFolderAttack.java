package dari.provisioner.assess.synthetic;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.recipe.HistorySynthesis;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.history.Histories;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.source.RecipeHistories;
import java.util.List;

/** Attacks a release of invented histories that lies in plain folders of OMOP tables. */
public final class HistoryFolderAttack {

    /** Below this no attack has enough persons to say anything. */
    private static final int FEWEST_PERSONS = 200;

    /** Nothing is drawn from these persons but targets, so whom the hash puts first may be known. */
    private static final byte[] NO_SECRET = new byte[32];

    private final DuckDb engine;
    private final Recipe recipe;
    private final Synthesis synthesis;
    private final HistoryDomain domain;

    /** @throws BadInput when the domain or a code list cannot be read, or there is no such thing to guess */
    public HistoryFolderAttack(DuckDb engine, Recipe recipe, Synthesis synthesis, HistorySynthesis history) {
        this.engine = engine;
        this.recipe = recipe;
        this.synthesis = synthesis;
        this.domain = RecipeHistories.domain(recipe, synthesis, history);
        HistoryAttack.check(domain, recipe.attack().secret(), where());
    }

    private String where() {
        return recipe.tables().get(0).where();
    }

    public List<Assessment.AttackResult> run(
            SyntheticFolderAttack.Folder originals,
            SyntheticFolderAttack.Folder controls,
            SyntheticFolderAttack.Folder release,
            long seed) {
        HistoryAttack attack = new HistoryAttack(
                domain,
                histories(originals),
                histories(controls),
                recipe.attack().secret(),
                where(),
                seed);
        if (attack.persons() < FEWEST_PERSONS) {
            throw new BadInput(
                    originals.path() + " or " + controls.path(),
                    "holds fewer than " + FEWEST_PERSONS + " persons of the period",
                    "attacks need more real persons to say anything");
        }
        RecipeHistories.released(engine, release.tables(), recipe, domain).each(attack.invented());
        return attack.run(synthesis.mechanism() == Synthesis.Mechanism.MST);
    }

    private Histories histories(SyntheticFolderAttack.Folder folder) {
        return RecipeHistories.of(engine, folder.tables(), recipe, domain, NO_SECRET);
    }
}
