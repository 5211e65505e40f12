package dari.introductions;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;

/**
 * Somebody wrote to the other side of a conversation.
 *
 * @param by who wrote
 * @param toHospital whether the hospital is the side that reads it
 */
public record MessageWritten(
        IntroductionId introduction, OrganizationId startup, OrganizationId hospital, UserId by, boolean toHospital) {}
