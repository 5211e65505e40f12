package dari.invitations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param mostOpen how many invitations of one hospital may wait for an answer at a time, so that startups are chosen, not
 *     canvassed
 * @param answerDays days that a startup has for its answer
 */
@Validated
@ConfigurationProperties("dari.invitations")
record InvitationProperties(
        @Min(1) @Max(1000) @DefaultValue("20") int mostOpen,
        @Min(1) @Max(90) @DefaultValue("14") int answerDays) {}
