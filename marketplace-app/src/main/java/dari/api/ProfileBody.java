package dari.api;

import dari.needs.ProfileForm;
import dari.needs.StartupProfile;
import java.util.Arrays;
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
 * @param background what hospitals ask besides; of what is left out, all or a part, what was said before stays
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
        @Nullable BackgroundBody background) {

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
                BackgroundBody.of(profile.background()));
    }

    /** @param before the profile that this one replaces */
    ProfileForm toForm(StartupProfile before) {
        BackgroundBody said = (background == null ? BackgroundBody.NOTHING : background).over(before.background());
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

    /** Where a field of the form stands in the body: {@code background.evidence} for {@code evidence}. */
    static String placeOf(String field) {
        boolean ofBackground = Arrays.stream(BackgroundBody.class.getRecordComponents())
                .anyMatch(part -> field.split("[.\\[]", 2)[0].equals(part.getName()));
        return ofBackground ? "background." + field : field;
    }
}
