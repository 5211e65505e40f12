package dari.matching.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A share of seats that the run tries to give to some applicants, e.g. to those from outside the capital region.
 *
 * @param attribute which attribute of the applicants counts
 * @param value the value that counts
 * @param atLeast how many such applicants are to have a place
 * @param at id of the place or group where they are counted, null for anywhere
 */
public record Target(
        String name,
        String attribute,
        String value,
        int atLeast,
        @Nullable String at) {

    public Target {
        if (atLeast < 0) {
            throw new UnsoundEntry(name, "target " + name + " asks for " + atLeast + ", must be 0 or more");
        }
    }

    boolean counts(Applicant applicant) {
        return value.equals(applicant.attributes().get(attribute));
    }
}
