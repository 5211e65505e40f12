package dari.needs;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A startup's profile, as typed. */
record ProfileForm(
        @NotBlank(message = "{needs.profile.product.missing}") @Size(max = 120, message = "{needs.text.long}")
        String product,

        @NotBlank(message = "{needs.profile.intendedUse.missing}") @Size(max = 1000, message = "{needs.text.long}")
        String intendedUse,

        @Nullable Boolean forProfit,

        @NotNull(message = "{needs.profile.country.bad}")
        @Pattern(regexp = "[A-Z]{2}", message = "{needs.profile.country.bad}")
        String country,

        @NotNull(message = "{needs.choice.bad}") @Pattern(regexp = "|I|II|III|IV", message = "{needs.choice.bad}")
        String mfdsClass,

        @NotNull(message = "{needs.choice.bad}")
        @Pattern(regexp = "none|planned|notified|certified|approved", message = "{needs.choice.bad}")
        String stage,

        @Nullable String specialty,
        @Nullable List<String> gives) {

    static ProfileForm of(StartupProfile profile) {
        return new ProfileForm(
                profile.product(),
                profile.intendedUse(),
                profile.forProfit(),
                profile.country(),
                profile.mfdsClass(),
                profile.stage(),
                profile.specialty(),
                profile.gives());
    }

    StartupProfile toProfile() {
        return new StartupProfile(
                product.strip(),
                intendedUse.strip(),
                Boolean.TRUE.equals(forProfit),
                country,
                mfdsClass,
                stage,
                specialty == null ? "" : specialty,
                gives == null ? List.of() : List.copyOf(gives));
    }
}
