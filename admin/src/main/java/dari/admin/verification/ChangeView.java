package dari.admin.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a change as both sides see it.
 *
 * @param name of the organisation as it is on record now, in the reader's language
 * @param address as it was typed; empty when the address is not what changes
 * @param others other verified organisations that have the new number, by name
 * @param reason the desk's; null before it decided
 */
public record ChangeView(
        UUID id,
        UUID organization,
        String name,
        String status,
        List<Line> lines,
        String address,
        String why,
        LocalDate since,
        List<String> others,
        @Nullable String reason) {

    /**
     * One thing that changes.
     *
     * @param what {@code name}, {@code englishName}, {@code number} or {@code region}
     * @param before null where there was none
     * @param after null where there is to be none
     */
    public record Line(
            String what, @Nullable String before, @Nullable String after) {}

    public boolean isOpen() {
        return status.equals(ChangeStatus.OPEN.name());
    }
}
