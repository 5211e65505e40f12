package dari.provisioner.pipeline;

import dari.provisioner.deidentify.ModelLoss;
import dari.provisioner.release.Assessment;
import dari.provisioner.synthesize.Likeness;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a run ended. */
public sealed interface Outcome {

    Assessment assessment();

    /** For the hospital's own eyes: never part of a file that crosses. */
    Usefulness usefulness();

    /** What only who may read the original may know. */
    sealed interface Usefulness {}

    /** A sealed release became visible at {@code directory}. */
    record Released(Path directory, Assessment assessment, Usefulness usefulness) implements Outcome {}

    /** Held: {@code directory} holds {@code assessment.json} and nothing else. */
    record Held(Path directory, Assessment assessment, Usefulness usefulness) implements Outcome {}

    /**
     * How much of the original a treated release keeps.
     *
     * @param informationLoss mean over the quasi-identifiers' cells of (leaves under the published value - 1) / (leaves of
     *     the hierarchy - 1), a suppressed person counting 1: 0 nothing lost, 1 everything
     * @param granularity 1 minus the same mean over released cells alone
     * @param modelLoss accuracy of a model trained on the release beside one trained on the original, or null
     * @param codesGrouped share of history codes that were grouped, 0 to 1
     */
    record Treated(
            double informationLoss,
            double granularity,
            @Nullable ModelLoss modelLoss,
            double codesGrouped) implements Usefulness {}

    /**
     * How near invented rows are to the original.
     *
     * @param compared works it out when it is asked
     */
    record Invented(Supplier<List<Likeness>> compared) implements Usefulness {}
}
