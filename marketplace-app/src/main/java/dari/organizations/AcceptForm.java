package dari.organizations;

import dari.accounts.PasswordRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An invited colleague, as typed. */
record AcceptForm(
        @NotBlank String token,

        @NotBlank(message = "{organizations.signup.displayName.missing}")
        @Size(max = 100, message = "{organizations.signup.name.long}")
        String displayName,

        @NotNull(message = "{organizations.signup.password.short}")
        @Size(min = PasswordRule.MIN, max = PasswordRule.MAX, message = "{organizations.signup.password.short}")
        String password) {

    @Override
    public String toString() {
        return "AcceptForm[redacted]";
    }
}
