package dari.handovers;

import dari.kernel.UserId;
import java.time.LocalDate;

/**
 * Who holds a conversation for the hospital.
 *
 * @param note what the colleague before left for them; empty for none
 */
public record Held(UserId by, String name, LocalDate since, String note) {}
