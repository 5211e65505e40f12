package dari.passkeys;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The name of a passkey, as typed. */
record NameForm(
        @NotBlank(message = "{passkeys.name.missing}")
        @Size(max = Passkey.LONGEST_NAME, message = "{passkeys.name.long}")
        String name) {}
