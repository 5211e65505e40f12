package dari.admin;

import dari.admin.eligibility.FirmSize;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an application's checks look at.
 *
 * @param parties with their names in Korean: the lead, then those who confirmed to take part, then the hospital of the introduction
 * @param titles what the work is called
 * @param today in the call's zone
 * @param until until when the work would go on if it were awarded today
 */
public record CheckedApplication(
        UUID id,
        CallView call,
        List<Party> parties,
        UUID hospital,
        String hospitalName,
        UUID offer,
        List<String> titles,
        LocalDate today,
        LocalDate until) {

    public CheckedApplication {
        parties = List.copyOf(parties);
        titles = List.copyOf(titles);
    }

    public UUID lead() {
        return parties.get(0).organization();
    }

    /** @param asked whether it declares facts and shows documents: the hospital of the introduction does not */
    public record Party(
            UUID organization,
            String name,
            String registrationNumber,
            boolean firm,
            boolean asked,
            @Nullable FirmSize declared) {}

    /**
     * Another application to the same call in which the same firm takes part, so that the two compete.
     *
     * @param firm which of the parties it is
     * @param sameAccount whether it is the very same organisation here; else one with the same registration number
     * @param offer the data that it is about
     */
    public record Rival(
            UUID application,
            UUID firm,
            boolean sameAccount,
            UUID hospital,
            String hospitalName,
            UUID offer,
            String title) {}

    /**
     * Work of the same organisation that Dari's own calls paid for.
     *
     * @param organization who of the parties takes part in it, too
     * @param callTitleKo title of the call, in both languages as are the hospital's names
     */
    public record Paid(
            UUID application,
            UUID organization,
            String callTitleKo,
            String callTitleEn,
            UUID hospital,
            String hospitalNameKo,
            String hospitalNameEn,
            UUID offer,
            String title,
            LocalDate from,
            LocalDate until) {}
}
