package dari.provisioner.tier;

import java.util.Set;

/**
 * What the tier depends on.
 *
 * @param environment where the release is used
 * @param contents what raises the tier
 * @param reliefs what lowers it
 */
public record TierFacts(Environment environment, Set<Content> contents, Set<Relief> reliefs) {

    public TierFacts {
        contents = Set.copyOf(contents);
        reliefs = Set.copyOf(reliefs);
    }

    /** Where a release is used, and by whom. */
    public enum Environment {
        /** By the hospital itself. */
        OWN_USE,
        /** By a third party, on the hospital's side or hosted under its control. */
        CONTROLLED,
        /** By a third party, elsewhere: a file sent out, or hosting that the hospital does not control. */
        UNCONTROLLED,
        /** Nobody said; taken for {@link #UNCONTROLLED}. */
        UNSTATED
    }

    /** Kinds of data that raise the tier. */
    public enum Content {
        /** Conditions that need own consent or special approval: mental illness, HIV, abuse and the like. */
        SENSITIVE_CONDITIONS,
        /** Free text, images and other data without a form. */
        UNSTRUCTURED
    }

    /** Circumstances that lower the tier. */
    public enum Relief {
        /** The same use was reviewed before and is repeated. */
        REPEATED_USE,
        /** The recipient is a body designated as safe. */
        DESIGNATED_BODY
    }
}
