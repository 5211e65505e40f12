package dari.capacity;

import org.jspecify.annotations.Nullable;

/**
 * What partnering cost and brought a hospital in one quarter.
 *
 * @param name as in {@code 2026 Q4}
 * @param requests interests that came in
 * @param medianAnswerHours of those that a person answered in it; null when none was
 * @param accepted in this quarter, whenever they came
 * @param projects made in it
 * @param sandboxes that belong to those projects
 */
public record QuarterFigures(
        String name,
        int requests,
        @Nullable Long medianAnswerHours,
        int accepted,
        int declined,
        int expired,
        int projects,
        int sandboxes) {}
