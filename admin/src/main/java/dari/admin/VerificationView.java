package dari.admin;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification case as the desk shows it.
 *
 * @param name in the reader's language
 * @param registeredName as the organisation gave it when the case was opened: what its documents are held against
 * @param duplicate whether another organisation gave the same registration number
 */
public record VerificationView(
        UUID id,
        UUID organization,
        String kind,
        String name,
        String registeredName,
        String registrationNumber,
        String country,
        String status,
        LocalDate since,
        boolean duplicate,
        @Nullable String reason) {

    public String formattedNumber() {
        return registrationNumber.substring(0, 3)
                + "-"
                + registrationNumber.substring(3, 5)
                + "-"
                + registrationNumber.substring(5);
    }
}
