package dari.feasibility;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How seldom startups may ask. The hospital's own policy file sets a limit beside these.
 *
 * @param perMonth questions of one startup about one offer in a calendar month
 * @param alike questions of one startup about one dataset that differ from a new one by a single criterion, above which
 *     the new one is refused
 */
@Validated
@ConfigurationProperties("dari.feasibility")
record FeasibilityProperties(
        @Min(0) @DefaultValue("5") int perMonth,
        @Min(0) @DefaultValue("1") int alike) {}
