package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.admin.verification.ChangeView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for a change of what is on record of an organisation.
 *
 * @param organizationName as it is on record now
 * @param status OPEN, APPROVED, REFUSED or WITHDRAWN: until it is approved, what was on record holds
 * @param address as it was typed; left out when the address is not what changes
 * @param reason the desk's; left out before it decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeAnswer(
        UUID id,
        UUID organization,
        String organizationName,
        String status,
        List<LineAnswer> lines,
        @Nullable String address,
        String why,
        LocalDate since,
        @Nullable String reason) {

    /** @param what {@code name}, {@code englishName}, {@code number} or {@code region} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            String what, @Nullable String before, @Nullable String after) {}

    static ChangeAnswer of(ChangeView change) {
        return new ChangeAnswer(
                change.id(),
                change.organization(),
                change.name(),
                change.status(),
                change.lines().stream()
                        .map(line -> new LineAnswer(line.what(), line.before(), line.after()))
                        .toList(),
                change.address().isEmpty() ? null : change.address(),
                change.why(),
                change.since(),
                change.reason());
    }
}
