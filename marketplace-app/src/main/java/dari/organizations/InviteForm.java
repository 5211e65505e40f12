package dari.organizations;

import dari.kernel.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** An invitation, as typed. */
record InviteForm(
        @NotBlank(message = "{organizations.signup.email.missing}")
        @Email(message = "{organizations.signup.email.bad}")
        @Size(max = 254, message = "{organizations.signup.email.bad}")
        String email,

        @NotEmpty(message = "{organizations.team.roles.missing}")
        Set<Role> roles) {

    @Override
    public String toString() {
        return "InviteForm[redacted]";
    }
}
