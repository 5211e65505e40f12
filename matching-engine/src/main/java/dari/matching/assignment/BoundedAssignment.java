package dari.matching.assignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The assignment that tries to meet the soft bounds, beside the plain stable one.
 *
 * @param plain the stable assignment that knows nothing of bounds
 * @param assignment the one that tries to meet them; the plain one when nothing had to be done
 * @param bounds how each bound stands
 * @param kept the seats that were settled for them
 */
public record BoundedAssignment(Assignment plain, Assignment assignment, List<Standing> bounds, List<KeptSeat> kept) {

    public BoundedAssignment {
        bounds = List.copyOf(bounds);
        kept = List.copyOf(kept);
    }

    /**
     * How a bound stands.
     *
     * @param plain how many the plain assignment has
     * @param reached how many this one has
     */
    public record Standing(String bound, int atLeast, int plain, int reached) {

        public boolean isMet() {
            return reached >= atLeast;
        }

        public String getMessageKey() {
            return isMet() ? "matching.bound.MET" : "matching.bound.UNMET";
        }
    }

    /** A seat that was settled so that a bound is met. */
    public record KeptSeat(String applicant, String place, String bound) {}

    /**
     * What the bounds cost or brought an applicant.
     *
     * @param plain the place without bounds, null for none
     * @param now the place with them, null for none
     */
    public record Shift(
            String applicant,
            @Nullable String plain,
            @Nullable String now,
            boolean loses) {}

    /** Every applicant whom the bounds moved, in the order of the instance. */
    public List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        Map<String, @Nullable String> before = plain.places();
        Map<String, @Nullable String> after = assignment.places();
        WishOrder wishes = new WishOrder(plain.instance(), plain.seed());
        before.forEach((applicant, place) -> {
            String now = after.get(applicant);
            if (!Objects.equals(place, now)) {
                boolean worse = wishes.position(applicant, now) > wishes.position(applicant, place);
                shifts.add(new Shift(applicant, place, now, worse));
            }
        });
        return shifts;
    }
}
