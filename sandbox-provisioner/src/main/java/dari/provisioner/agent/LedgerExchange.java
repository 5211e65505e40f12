package dari.provisioner.agent;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.RefusalReason;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the hospital's ledger and the marketplace's memory of it together: asks how far it got, refuses when the ledger does
 * not reach there, hands newer lines over and keeps the countersigned head beside the ledger.
 */
final class LedgerExchange {

    private final MarketplaceClient marketplace;
    private final PrivateKey hospitalKey;
    private final PublicKey marketplaceKey;
    private final @Nullable Path file;
    private final Clock clock;

    /** Length of the file when it was last exchanged: it only ever grows. */
    private long exchanged = -1;

    /** @param file the ledger; null where there is none */
    LedgerExchange(MarketplaceClient marketplace, Credentials credentials, @Nullable Path file, Clock clock) {
        this.marketplace = marketplace;
        this.hospitalKey = RequestSignature.privateKey(credentials.privateKey());
        this.marketplaceKey = RequestSignature.publicKey(credentials.jobKey());
        this.file = file;
        this.clock = clock;
    }

    /** Exchanges at the first call and whenever the ledger has grown since. */
    void exchangeIfChanged() {
        if (file != null && Files.exists(file) && length(file) != exchanged) {
            exchange();
        }
    }

    /**
     * @throws Refused when the ledger is behind the countersigned head or contradicts it, or the marketplace does not take its
     *     lines
     */
    void exchange() {
        if (file == null) {
            return;
        }
        long length = Files.exists(file) ? length(file) : 0;
        Ledger ledger = Ledger.open(file, clock);
        Optional<Signed> document = marketplace.ledgerHead();
        exchanged = length; // what is refused is said once; a job that spends asks anew
        long known = 0;
        if (document.isPresent()) {
            known = accept(ledger, document.get()).sequence();
        }
        try {
            handOver(ledger, known);
        } catch (SurroundingsFailed e) {
            exchanged = -1;
            throw e;
        }
    }

    private void handOver(Ledger ledger, long known) {
        Ledger.Checked checked = ledger.verify();
        LedgerHead head = checked.head();
        // the line that will mend a torn one is not written yet, so it must not be countersigned
        if (head != null && head.sequence() > known && checked.tornBytes() == 0) {
            accept(ledger, marketplace.handOver(LedgerDocuments.export(ledger, known, hospitalKey)));
        }
    }

    private LedgerHead accept(Ledger ledger, Signed document) {
        LedgerHead head = LedgerDocuments.head(document, marketplaceKey, "the marketplace's head of the ledger");
        try {
            ledger.requireHead(head);
        } catch (Refused e) {
            String digest = Sha256.hex(document.content().getBytes(StandardCharsets.UTF_8));
            marketplace.refuse(new Refusal(RefusalReason.LEDGER_BEHIND, null, digest));
            throw new Refused(
                    "the ledger does not hold entry " + head.sequence() + " as the marketplace countersigned it");
        }
        return head;
    }

    private static long length(Path ledger) {
        try {
            return Files.size(ledger);
        } catch (IOException e) {
            throw new SurroundingsFailed("the ledger cannot be read", e);
        }
    }
}
