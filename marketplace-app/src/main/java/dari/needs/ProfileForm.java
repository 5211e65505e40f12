package dari.needs;

import dari.workspace.ConceptName;
import dari.workspace.Concepts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A startup's profile, as typed. */
public record ProfileForm(
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

        @ConceptName("specialty") @Nullable String specialty,
        @Nullable List<String> gives,
        @Nullable Boolean innovative,

        @Nullable @Pattern(regexp = "|none|retrospective|reader|prospective|trial", message = "{needs.choice.bad}")
        String evidence,

        @Nullable Boolean generative,

        @Nullable @Pattern(regexp = "|nothing|metrics|weights", message = "{needs.choice.bad}")
        String leaves,

        @Nullable @Size(max = 600, message = "{needs.text.long}")
        String team,

        @Nullable
        List<@Pattern(regexp = "clinical|biostatistics|engineering|regulatory", message = "{needs.choice.bad}") String>
                lacks,

        @Nullable @Pattern(regexp = "|own|applied|granted", message = "{needs.choice.bad}")
        String funding,

        @Nullable @Size(max = 600, message = "{needs.text.long}")
        String interests) {

    static ProfileForm of(StartupProfile profile, Concepts concepts, Locale locale) {
        return new ProfileForm(
                profile.product(),
                profile.intendedUse(),
                profile.forProfit(),
                profile.country(),
                profile.mfdsClass(),
                profile.stage(),
                concepts.name(profile.specialty(), locale),
                profile.gives(),
                profile.background().innovative(),
                profile.background().evidence(),
                profile.background().generative(),
                profile.background().leaves(),
                profile.background().team(),
                profile.background().lacks(),
                profile.background().funding(),
                profile.background().interests());
    }

    public StartupProfile toProfile(Concepts concepts) {
        return new StartupProfile(
                product.strip(),
                intendedUse.strip(),
                Boolean.TRUE.equals(forProfit),
                country,
                mfdsClass,
                stage,
                concepts.code("specialty", specialty),
                gives == null ? List.of() : List.copyOf(gives),
                background());
    }

    private StartupBackground background() {
        return new StartupBackground(
                Boolean.TRUE.equals(innovative),
                said(evidence),
                Boolean.TRUE.equals(generative),
                said(leaves),
                said(team),
                lacks == null ? List.of() : lacks,
                said(funding),
                said(interests));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
