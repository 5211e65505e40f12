package dari.pace;

import java.util.List;

/** Steps with bars: the median, and behind it the time within which nine of ten were done. */
public record PaceChart(List<Line> lines) {

    private static final double WHOLE = 100;

    /** @param median length in percent of the longest bar, as is {@code ninth} */
    public record Line(StepPace step, double median, double ninth) {}

    static PaceChart of(List<StepPace> steps) {
        long longest = steps.stream()
                .mapToLong(step -> step.pace().getNinthDays())
                .max()
                .orElse(1);
        return new PaceChart(steps.stream()
                .map(step -> new Line(
                        step,
                        WHOLE * step.pace().getDays() / longest,
                        WHOLE * step.pace().getNinthDays() / longest))
                .toList());
    }
}
