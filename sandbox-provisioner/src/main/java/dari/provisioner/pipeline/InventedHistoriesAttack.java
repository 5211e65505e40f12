package dari.provisioner.pipeline;

import dari.provisioner.assess.synthetic.HistoryAttack;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.history.Histories;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.Withheld;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Withholds persons before any history is used, and attacks the invented ones with them. */
final class InventedHistoriesAttack {

    private final Recipe recipe;
    private final HistoryDomain domain;
    private final Withheld persons;
    private @Nullable HistoryAttack attack;

    private InventedHistoriesAttack(Recipe recipe, HistoryDomain domain, Withheld persons) {
        this.recipe = recipe;
        this.domain = domain;
        this.persons = persons;
    }

    /** @throws dari.provisioner.BadInput when the recipe wants something guessed that histories do not have; reads no row */
    static void check(Recipe recipe, HistoryDomain domain) {
        if (recipe.assessment().required()) {
            HistoryAttack.check(domain, recipe.attack().secret(), where(recipe));
        }
    }

    private static String where(Recipe recipe) {
        return recipe.tables().get(0).where();
    }

    /** Who is withheld, chance decides; nobody when the recipe asks for no attacks. */
    static InventedHistoriesAttack withholding(Recipe recipe, HistoryDomain domain, Histories histories) {
        return new InventedHistoriesAttack(
                recipe, domain, Withheld.of(histories, recipe.assessment().holdout()));
    }

    /** The persons who may be used. */
    Histories used() {
        return persons.used();
    }

    /** Hands invented persons on, and keeps what an attack needs of them. */
    Consumer<History> watching(Consumer<History> release, SecureRandom random) {
        if (!recipe.assessment().required()) {
            return release;
        }
        HistoryAttack made = new HistoryAttack(
                domain, persons.used(), persons.withheld(), recipe.attack().secret(), where(recipe), random.nextLong());
        attack = made;
        return release.andThen(made.invented());
    }

    Assessment assess(Synthesis.Mechanism mechanism, Instant at) {
        HistoryAttack watched = attack;
        return Judgement.assessment(
                recipe, watched == null ? List.of() : watched.run(mechanism == Synthesis.Mechanism.MST), at);
    }
}
