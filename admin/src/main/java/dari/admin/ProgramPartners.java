package dari.admin;

import java.util.Optional;
import java.util.UUID;

/** What the desk needs to know of organisations that take part in an application. */
public interface ProgramPartners {

    /**
     * @param firm whether it is a company: hospitals take part, but their size is not measured
     * @param registrationNumber business registration number, ten digits
     */
    record Partner(UUID organization, String name, boolean firm, boolean verified, String registrationNumber) {}

    Partner partner(UUID organization);

    /** A verified startup or hospital by its business registration number. */
    Optional<Partner> verified(String registrationNumber);
}
