package dari.provisioner.synthesize;

import java.util.function.Function;

/** Is told every question and its noisy answer, never an exact one: for an audit, which knows both of its tables anyway. */
@FunctionalInterface
interface Witness {

    Witness NONE = (question, noisy, variance) -> {};

    /**
     * @param question what would be counted in a table, exactly
     * @param noisy the answer
     * @param variance of the noise that was paid for
     */
    void answered(Function<CodedTable, long[]> question, long[] noisy, double variance);
}
