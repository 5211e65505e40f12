package dari.accounts;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/** The address of somebody who forgot the password, as typed. */
record AskForm(
        @NotBlank(message = "{accounts.password.email.missing}") @Email(message = "{accounts.password.email.bad}")
        String email) {

    AskForm {
        email = email == null ? "" : email.strip();
    }

    @Override
    public String toString() {
        return "AskForm[redacted]";
    }
}
