package dari.admin.verification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is on record of organisations; whoever keeps them implements it. Every method joins the caller's transaction. */
public interface OrganizationRecords {

    OrganizationRecord of(UUID organization);

    /** Puts it in force at once. */
    void put(UUID organization, OrganizationRecord record);

    boolean isVerified(UUID organization);

    /** Code of the region that an address names. */
    Optional<String> region(String address);

    /** What people type as a registration number, as ten digits; empty when its check digit is wrong. */
    Optional<String> number(String typed);

    /** Other verified organisations with this number. */
    List<UUID> othersWith(String number, UUID organization);
}
