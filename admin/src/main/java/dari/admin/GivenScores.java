package dari.admin;

import java.util.Map;
import java.util.UUID;

/**
 * What a handed-in review scores.
 *
 * @param scores by the code of the criterion
 * @param points weighted mean from 0 to 100
 */
public record GivenScores(UUID application, UUID reviewer, Map<String, Integer> scores, double points) {}
