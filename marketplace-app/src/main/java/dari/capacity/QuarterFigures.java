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
 * @param publications that startups reported of this hospital's projects, by the day they came out
 * @param products patents, and products that were notified, certified or approved, likewise
 * @param feedback mean of what startups said in it, from 1 to 5; null when none did
 */
public record QuarterFigures(
        String name,
        int requests,
        @Nullable Long medianAnswerHours,
        int accepted,
        int declined,
        int expired,
        int projects,
        int sandboxes,
        int publications,
        int products,
        @Nullable Double feedback) {}
