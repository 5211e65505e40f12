package dari.documents;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a document is. Hospitals and calls have their own names for these. */
public enum DocumentKind {
    BUSINESS_REGISTRATION,
    RESEARCH_PROTOCOL,
    DATA_ITEM_LIST,
    IRB_APPROVAL,
    DRB_RESULT,
    SECURITY_PLEDGE,
    CONFLICT_OF_INTEREST,
    TRAINING_CERTIFICATE,
    SECURITY_CERTIFICATION,
    SME_CONFIRMATION,
    /** Of national tax. */
    TAX_CLEARANCE,
    LOCAL_TAX_CLEARANCE,
    DRAFT_AGREEMENT,
    OTHER;

    /** The kind with this name, as a form sends it; null when there is none. */
    static @Nullable DocumentKind named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
