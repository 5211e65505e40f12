package dari.organizations;

import dari.kernel.Face;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that wants to join.
 *
 * @param englishName null when it has none; the Korean name is shown then
 * @param country ISO 3166 code where it is established
 * @param region code of the vocabulary's regions, e.g. {@code region:gangwon}; null outside Korea
 */
public record NewOrganization(
        Face face,
        String name,
        @Nullable String englishName,
        BusinessRegistrationNumber registrationNumber,
        String country,
        @Nullable String region) {}
