package dari.admin.cohorts;

import dari.admin.CallEntries;
import dari.admin.CallEntry;
import dari.admin.eligibility.FirmSize;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sizes of firms in an assignment: what a person confirmed against a firm's figures, nobody says otherwise. */
@Component
class ConfirmedSizes {

    private final CallEntries entries;

    ConfirmedSizes(CallEntries entries) {
        this.entries = entries;
    }

    /** The plan with the size of every startup whose size was confirmed. */
    CohortPlan in(CohortPlan plan, UUID call) {
        Map<UUID, CallEntry> known =
                entries.of(call).stream().collect(Collectors.toMap(CallEntry::application, Function.identity()));
        CohortPlan sized = plan;
        for (CohortPlan.Startup startup : plan.startups()) {
            CallEntry entry = known.get(startup.application());
            if (entry != null && entry.confirmedSize() != null) {
                sized = sized.with(startup.of(trait(entry.confirmedSize())));
            }
        }
        return sized;
    }

    /** What goals count by; larger firms count for none. */
    static String trait(@Nullable FirmSize size) {
        if (size == null) {
            return "";
        }
        return switch (size) {
            case SMALL -> "small";
            case MEDIUM -> "medium";
            case MIDSIZE, LARGE -> "";
        };
    }
}
