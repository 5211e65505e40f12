package dari.introductions;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.needs.NeedId;
import dari.offers.OfferId;

/**
 * A startup asked a hospital for an introduction.
 *
 * @param by who asked, for the startup
 */
public record InterestDeclared(
        IntroductionId introduction, OfferId offer, NeedId need, UserId by, OrganizationId startup) {}
