package dari.api;

import dari.needs.ProfileForm;
import dari.needs.StartupBackground;
import dari.needs.StartupProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A startup's profile.
 *
 * @param country ISO 3166 code of where data would be opened
 * @param mfdsClass class of the medical device, I to IV, empty when it is none
 * @param stage none, planned, notified, certified or approved
 * @param specialty code of the vocabulary, or a name of it; empty when open
 * @param gives codes of what it is ready to give in return
 * @param background what hospitals ask besides; left out, nothing of it is said
 */
record ProfileBody(
        String product,
        String intendedUse,
        boolean forProfit,
        String country,
        String mfdsClass,
        String stage,
        @Nullable String specialty,
        @Nullable List<String> gives,
        @Nullable StartupBackground background) {

    static ProfileBody of(StartupProfile profile) {
        return new ProfileBody(
                profile.product(),
                profile.intendedUse(),
                profile.forProfit(),
                profile.country(),
                profile.mfdsClass(),
                profile.stage(),
                profile.specialty(),
                profile.gives(),
                profile.background());
    }

    ProfileForm toForm() {
        StartupBackground said = background == null ? StartupBackground.UNSAID : background;
        return new ProfileForm(
                product,
                intendedUse,
                forProfit,
                country,
                mfdsClass,
                stage,
                specialty,
                gives,
                said.innovative(),
                said.evidence(),
                said.generative(),
                said.leaves(),
                said.team(),
                said.lacks(),
                said.funding(),
                said.interests());
    }
}
