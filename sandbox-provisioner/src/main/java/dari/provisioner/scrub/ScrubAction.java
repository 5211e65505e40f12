package dari.provisioner.scrub;

import java.util.Locale;

/** What happens to an identifier that was found. */
public enum ScrubAction {
    /** Another value of the same kind; equal originals get equal surrogates within a release. */
    SURROGATE,
    /** The type in square brackets. */
    MASK,
    /** Nothing stands in its place. */
    REMOVE,
    /** A date, moved with the person; of other types as {@link #MASK}. */
    SHIFT,
    /** Found and reported, but left as it is. */
    KEEP;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As in recipes and results. */
    public String word() {
        return word;
    }
}
