package dari.admin.verification;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is verified of an organisation, and what decisions go by.
 *
 * @param englishName null when it has none
 * @param number business registration number, ten digits
 * @param region code of the province or metropolitan city; null when unknown or outside Korea
 */
public record OrganizationRecord(
        String name,
        @Nullable String englishName,
        String number,
        @Nullable String region) {

    /** Whether the number is another one: then it is another legal person, and its documents have to show it. */
    boolean hasOtherNumber(OrganizationRecord other) {
        return !Objects.equals(number, other.number);
    }
}
