package dari.admin;

import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.SizeLimits;
import java.util.Optional;
import java.util.UUID;

/** How large a firm is by the figures it keeps; empty where it keeps none. */
public interface FirmSizes {

    Optional<FirmSize> derived(UUID organization, SizeLimits limits);
}
