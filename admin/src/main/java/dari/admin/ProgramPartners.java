package dari.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the desk needs to know of organisations that take part in an application. */
public interface ProgramPartners {

    /**
     * @param firm whether it is a company: hospitals take part, but their size is not measured
     * @param registrationNumber business registration number, ten digits
     */
    record Partner(UUID organization, String name, boolean firm, boolean verified, String registrationNumber) {}

    Partner partner(UUID organization);

    /** Every verified organisation with one of these numbers: one firm may have registered twice. */
    List<Partner> withNumbers(Set<String> registrationNumbers);

    /** A verified startup or hospital by its business registration number. */
    Optional<Partner> verified(String registrationNumber);
}
