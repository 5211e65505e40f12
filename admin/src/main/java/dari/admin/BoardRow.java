package dari.admin;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application with its reviews, as the board compares them. */
public record BoardRow(ApplicationView application, List<ReviewView> reviews) {

    public long submitted() {
        return points().size();
    }

    /** Mean of the submitted reviews' points, from 0 to 100; null before the first. */
    public @Nullable Double mean() {
        List<Double> points = points();
        return points.isEmpty()
                ? null
                : points.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** Points between the highest and the lowest review. */
    public double spread() {
        List<Double> points = points();
        return points.isEmpty()
                ? 0
                : points.stream().mapToDouble(Double::doubleValue).max().orElseThrow()
                        - points.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Whether the call's least number of reviews is in. */
    public boolean ready() {
        return submitted() >= application.call().content().leastReviews();
    }

    /** What each handed-in review scores, from 0 to 100. */
    public List<Double> points() {
        return reviews.stream().map(ReviewView::points).filter(Objects::nonNull).toList();
    }
}
