package dari.provisioner.scrub;

import java.util.Locale;

/** Kinds of identifiers, after the list of 45 CFR 164.514(b)(2) and the Korean guideline on pseudonymised health data. */
public enum IdentifierType {
    /** Of a person: patient, relative, professional. Without titles and particles. */
    NAME(ScrubAction.SURROGATE),
    /** Hospital, care home, employer, school, authority. */
    ORGANIZATION(ScrubAction.SURROGATE),
    /** Anything smaller than a state or 시도. */
    ADDRESS(ScrubAction.MASK),
    /** Korean resident or foreigner registration number. */
    RRN(ScrubAction.MASK),
    /** Social security number of the United States. */
    SSN(ScrubAction.MASK),
    /** Number a hospital knows the patient by. */
    MRN(ScrubAction.MASK),
    /** Any other number or code that names one person, contract, vehicle, device or specimen. */
    ID(ScrubAction.MASK),
    PHONE(ScrubAction.MASK),
    EMAIL(ScrubAction.MASK),
    URL(ScrubAction.MASK),
    IP(ScrubAction.MASK),
    /** A day, month or year of an event, with the time of day that is attached to it. */
    DATE(ScrubAction.SHIFT),
    /** An age over 89. */
    AGE(ScrubAction.SURROGATE);

    private final ScrubAction usual;

    IdentifierType(ScrubAction usual) {
        this.usual = usual;
    }

    /** What is done where nobody decided otherwise. */
    public ScrubAction usual() {
        return usual;
    }

    /** As in recipes, for example {@code name}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What stands in the place of a masked one. */
    String mask() {
        return "[" + name() + "]";
    }
}
