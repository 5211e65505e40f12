package dari.admin.verification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an organisation says it is, and why that differs from what is on record. */
public record ChangeForm(
        @NotBlank(message = "{organizations.signup.name.missing}")
        @Size(max = 120, message = "{organizations.signup.name.long}")
        String name,

        @Size(max = 120, message = "{organizations.signup.name.long}")
        String englishName,

        @NotBlank(message = "{organizations.signup.registrationNumber.bad}")
        @Size(max = 20, message = "{organizations.signup.registrationNumber.bad}")
        String number,

        @Size(max = 200, message = "{admin.text.long}") String address,

        @NotBlank(message = "{records.why.missing}") @Size(max = 1000, message = "{admin.text.long}")
        String why) {

    static ChangeForm of(OrganizationRecord present) {
        return new ChangeForm(
                present.name(), Objects.requireNonNullElse(present.englishName(), ""), present.number(), "", "");
    }

    /** @param number as it was understood */
    public OrganizationRecord toRecord(String number, @Nullable String region) {
        String english = englishName.strip();
        return new OrganizationRecord(name.strip(), english.isEmpty() ? null : english, number, region);
    }

    @Override
    public String toString() {
        return "ChangeForm[redacted]";
    }
}
