package dari.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The certificates in the document wallets of those who apply, as the office checks them. */
public interface ProgramPapers {

    /** What the office looks for. */
    enum Kind {
        SME_CONFIRMATION,
        NATIONAL_TAX,
        LOCAL_TAX
    }

    /**
     * @param file its present file; a later change of the document leaves it as it is
     * @param readable false for a file in which malware was found
     * @param expiresOn the last day it holds; null where its owner named none
     */
    record Paper(
            Kind kind,
            UUID file,
            String title,
            String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            boolean readable) {}

    /** The newest of each kind. */
    List<Paper> of(UUID organization);
}
