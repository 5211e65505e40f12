package dari.exports.scan;

/**
 * What the agreement says of model weights.
 *
 * @param mayLeave false also where nobody decided: an undecided use is not permitted
 * @param returned whether the hospital gets the model, too
 */
public record WeightTerms(boolean mayLeave, boolean returned) {}
