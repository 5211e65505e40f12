package dari.admin.verification;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an organisation typed, on a page or by a program, as the record that it wants to have. */
@Component
public class ChangeReader {

    private final OrganizationRecords records;

    ChangeReader(OrganizationRecords records) {
        this.records = records;
    }

    /**
     * What was typed, as it was understood.
     *
     * @param number ten digits; null when its check digit is wrong
     * @param region of the new address, or the present one where none was typed
     * @param unknownAddress whether an address was typed that names no province
     */
    public record Read(@Nullable String number, @Nullable String region, boolean unknownAddress) {}

    public Read read(ChangeForm form, OrganizationRecord present) {
        String address = form.address().strip();
        Optional<String> region = address.isEmpty() ? Optional.ofNullable(present.region()) : records.region(address);
        return new Read(
                records.number(form.number()).orElse(null),
                region.orElse(null),
                !address.isEmpty() && region.isEmpty());
    }
}
