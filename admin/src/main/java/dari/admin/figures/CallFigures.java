package dari.admin.figures;

import java.util.List;

/**
 * The figures of a call, or of all.
 *
 * @param funnel how many applications came at least so far
 * @param steps how long each step took
 * @param reviewers who reviewed how much
 * @param regions applications by where startup and hospital are
 */
public record CallFigures(
        List<Stage> funnel, List<StepTime> steps, List<ReviewerLoad> reviewers, List<Region> regions, MoneySum money) {

    private static final double WHOLE = 100;

    /**
     * @param code message {@code figures.stage.<code>}
     * @param percent of all that were begun
     */
    public record Stage(String code, long count, double percent) {}

    /**
     * @param code message {@code figures.step.<code>}
     * @param median days, one decimal; half took no longer
     * @param ninth days; nine of ten took no longer
     */
    public record StepTime(String code, int cases, double median, double ninth) {}

    public record ReviewerLoad(String name, int open, int submitted, int conflicted) {

        public int all() {
            return open + submitted + conflicted;
        }
    }

    /**
     * @param code of the vocabulary; empty when the organisation said none
     * @param side {@code startup} or {@code hospital}
     */
    public record Region(String side, String code, long submitted, long approved) {}

    /** In won. */
    public record MoneySum(long budget, long voucher, long own, long paid, int projects) {

        /** Percent of the budget that vouchers of projects take. */
        public double committed() {
            return budget == 0 ? 0 : WHOLE * voucher / budget;
        }
    }

    public CallFigures {
        funnel = List.copyOf(funnel);
        steps = List.copyOf(steps);
        reviewers = List.copyOf(reviewers);
        regions = List.copyOf(regions);
    }

    CallFigures withoutReviewers() {
        return new CallFigures(funnel, steps, List.of(), regions, money);
    }

    /** Days of the longest bar of all steps. */
    public double longestStep() {
        return steps.stream().mapToDouble(StepTime::ninth).max().orElse(0);
    }

    /** Applications of the region with the most. */
    public long mostOfARegion() {
        return regions.stream().mapToLong(Region::submitted).max().orElse(0);
    }
}
