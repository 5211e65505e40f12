package dari.discovery;

import dari.matching.Standing;

/**
 * An offer beside a need, and where it stands in the need's list.
 *
 * @param card the offer with its reasons and ways out
 * @param standing its place, or why it has none
 */
public record WhyNot(MatchCard card, Standing standing) {}
