package dari.admin.reviewers;

import dari.admin.ForAdministrators;
import dari.admin.GivenScores;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Normalised scores, spread and disagreement of a call, for the board. */
@Service
@Transactional(readOnly = true)
@ForAdministrators
public class ScoreAdvice {

    private static final int STEPS_APART = 3;

    private final ReviewCases cases;
    private final ProgramSurroundings surroundings;

    ScoreAdvice(ReviewCases cases, ProgramSurroundings surroundings) {
        this.cases = cases;
        this.surroundings = surroundings;
    }

    /**
     * By application, compared with the scores of the whole call; those without a submitted review, and those whose reviews
     * the reader must not see, are left out.
     */
    public Map<UUID, Advice> of(UUID call, Collection<UUID> wanted) {
        List<GivenScores> given = cases.givenIn(call);
        Calibration calibration =
                new Calibration(given.stream().map(ScoreAdvice::score).toList());
        Set<UUID> hidden = cases.hiddenFrom(surroundings.actor().user());
        return given.stream()
                .filter(review -> wanted.contains(review.application()) && !hidden.contains(review.application()))
                .collect(Collectors.groupingBy(
                        GivenScores::application,
                        Collectors.collectingAndThen(Collectors.toList(), reviews -> advice(reviews, calibration))));
    }

    private static Calibration.Score score(GivenScores review) {
        return new Calibration.Score(review.application(), review.reviewer(), review.points());
    }

    private static Advice advice(List<GivenScores> reviews, Calibration calibration) {
        DoubleSummaryStatistics points =
                reviews.stream().mapToDouble(GivenScores::points).summaryStatistics();
        return new Advice(
                reviews.stream()
                        .map(ScoreAdvice::score)
                        .mapToDouble(calibration::normalised)
                        .average()
                        .orElse(0),
                points.getMax() - points.getMin(),
                disputed(reviews));
    }

    private static List<String> disputed(List<GivenScores> reviews) {
        Map<String, List<Integer>> byCriterion = new TreeMap<>();
        reviews.forEach(review -> review.scores()
                .forEach((criterion, score) -> byCriterion
                        .computeIfAbsent(criterion, code -> new ArrayList<>())
                        .add(score)));
        return byCriterion.entrySet().stream()
                .filter(scores -> range(scores.getValue()) >= STEPS_APART)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static int range(List<Integer> scores) {
        return scores.stream().mapToInt(Integer::intValue).max().orElse(0)
                - scores.stream().mapToInt(Integer::intValue).min().orElse(0);
    }
}
