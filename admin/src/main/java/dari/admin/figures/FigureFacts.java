package dari.admin.figures;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What figures need of the application around the desk: what became of approved applications. */
public interface FigureFacts {

    /** Invoices of the projects that these applications became. */
    List<Money> money(Collection<UUID> applications);

    /** When the first agreement of an application's project came into effect; without those where none did. */
    Map<UUID, Instant> agreements(Collection<UUID> applications);

    /**
     * One project's price, in won.
     *
     * @param price with value-added tax
     * @param voucher what the program pays of it
     * @param own what the startup pays itself
     * @param paid whether the startup's share has arrived
     */
    record Money(UUID application, long price, long voucher, long own, boolean paid) {}
}
