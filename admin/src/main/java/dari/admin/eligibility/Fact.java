package dari.admin.eligibility;

import java.util.Arrays;
import java.util.List;

/** Something an applicant declares about itself; a rule may ask for it. */
public enum Fact {
    SIZE,
    TAX_ARREARS,
    DUPLICATE_FUNDING,
    DEBARRED,
    REGION;

    public List<String> choices() {
        return switch (this) {
            case SIZE -> Arrays.stream(FirmSize.values()).map(Enum::name).toList();
            case TAX_ARREARS, DUPLICATE_FUNDING, DEBARRED -> List.of("NO", "YES");
            case REGION -> List.of("CAPITAL", "OTHER");
        };
    }
}
