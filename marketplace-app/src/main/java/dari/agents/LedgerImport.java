package dari.agents;

import dari.kernel.OrganizationId;
import dari.provisioner.agent.Signed;
import dari.provisioner.privacy.LedgerHead;
import java.security.PublicKey;
import java.util.Optional;

/** The feature that keeps what hospitals' privacy ledgers said. */
public interface LedgerImport {

    /** How far a hospital's ledger was taken in. */
    Optional<LedgerHead> head(OrganizationId hospital);

    /**
     * Takes in the lines of a document that go on from the known head.
     *
     * @param agent the key that must have signed it
     * @return the new head; empty when the document was refused, which the hospital's steward is told
     */
    Optional<LedgerHead> takeIn(OrganizationId hospital, Signed document, PublicKey agent);
}
