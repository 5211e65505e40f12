package dari.admin.reviewers;

import dari.admin.AskedReviewer;
import dari.admin.ForAdministrators;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewCases;
import dari.admin.ReviewedApplication;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** By application; those without a submitted review, and those whose reviews the reader must not see, are left out. */
    public Map<UUID, Advice> of(UUID call) {
        List<UUID> applications =
                cases.applicationsOf(call).stream().map(ReviewedApplication::id).toList();
        Map<UUID, List<AskedReviewer>> submitted = cases.askedFor(applications).stream()
                .filter(AskedReviewer::submitted)
                .collect(Collectors.groupingBy(AskedReviewer::application));
        List<Calibration.Score> scores = submitted.values().stream()
                .flatMap(List::stream)
                .map(ScoreAdvice::score)
                .toList();
        Calibration calibration = new Calibration(scores);
        Set<UUID> hidden = cases.hiddenFrom(surroundings.actor().user());
        Map<UUID, Advice> advice = new HashMap<>();
        submitted.forEach((application, reviews) -> {
            if (!hidden.contains(application)) {
                advice.put(application, advice(reviews, calibration));
            }
        });
        return advice;
    }

    private static Calibration.Score score(AskedReviewer review) {
        Double points = review.points();
        return new Calibration.Score(review.application(), review.reviewer(), points == null ? 0 : points);
    }

    private static Advice advice(List<AskedReviewer> reviews, Calibration calibration) {
        List<Calibration.Score> scores =
                reviews.stream().map(ScoreAdvice::score).toList();
        double most =
                scores.stream().mapToDouble(Calibration.Score::points).max().orElse(0);
        double least =
                scores.stream().mapToDouble(Calibration.Score::points).min().orElse(0);
        return new Advice(
                scores.stream().mapToDouble(calibration::normalised).average().orElse(0),
                most - least,
                disputed(reviews));
    }

    private static List<String> disputed(List<AskedReviewer> reviews) {
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
