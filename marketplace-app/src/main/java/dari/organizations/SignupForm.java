package dari.organizations;

import dari.accounts.NewAccount;
import dari.accounts.PasswordRule;
import dari.kernel.Face;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A new organisation and its first member, as typed. */
record SignupForm(
        @NotNull(message = "{organizations.signup.face.missing}")
        @Pattern(regexp = "STARTUP|HOSPITAL", message = "{organizations.signup.face.missing}")
        String face,

        @NotBlank(message = "{organizations.signup.name.missing}")
        @Size(max = 120, message = "{organizations.signup.name.long}")
        String name,

        @Size(max = 120, message = "{organizations.signup.name.long}")
        String englishName,

        @ValidRegistrationNumber String registrationNumber,

        @NotBlank(message = "{organizations.signup.country.missing}")
        @Pattern(regexp = "[A-Z]{2}", message = "{organizations.signup.country.missing}")
        String country,

        @NotBlank(message = "{organizations.signup.address.missing}")
        @Size(max = 200, message = "{organizations.signup.name.long}")
        String address,

        @NotBlank(message = "{organizations.signup.displayName.missing}")
        @Size(max = 100, message = "{organizations.signup.name.long}")
        String displayName,

        @NotBlank(message = "{organizations.signup.email.missing}")
        @Email(message = "{organizations.signup.email.bad}")
        @Size(max = 254, message = "{organizations.signup.email.bad}")
        String email,

        @NotNull(message = "{organizations.signup.password.short}")
        @Size(min = PasswordRule.MIN, max = PasswordRule.MAX, message = "{organizations.signup.password.short}")
        String password) {

    static SignupForm empty(Face face) {
        return new SignupForm(face.name(), "", "", "", "KR", "", "", "", "");
    }

    /** An address in Korea says its province: regional balance and bonuses go by it. */
    void check(BindingResult errors) {
        if (!errors.hasFieldErrors("address")
                && "KR".equals(country)
                && Regions.of(address).isEmpty()) {
            errors.rejectValue("address", "organizations.signup.address.unknown");
        }
    }

    NewOrganization organization() {
        return new NewOrganization(
                Face.valueOf(face),
                name,
                blank(englishName) ? null : englishName.strip(),
                new BusinessRegistrationNumber(BusinessRegistrationNumber.normalized(registrationNumber)),
                country,
                Regions.of(address).orElse(null));
    }

    NewAccount founder(Locale locale) {
        return new NewAccount(email, displayName, password, locale.getLanguage());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    @Override
    public String toString() {
        return "SignupForm[redacted]";
    }
}
