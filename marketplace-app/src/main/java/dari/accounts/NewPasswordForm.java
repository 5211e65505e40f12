package dari.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A new password, as typed. */
record NewPasswordForm(
        @NotBlank String token,

        @NotNull(message = "{accounts.password.short}")
        @Size(min = PasswordRule.MIN, max = PasswordRule.MAX, message = "{accounts.password.short}")
        String password) {

    @Override
    public String toString() {
        return "NewPasswordForm[redacted]";
    }
}
