package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's lines as they are carried by hand: all after the head that came in with the last job. Lines that are carried twice
 * do no harm.
 */
final class CarriedLedger {

    private final @Nullable Path file;
    private final PrivateKey hospital;
    private final PrintStream log;
    private final Clock clock;

    /** @param file null where nothing is synthesised */
    CarriedLedger(@Nullable Path file, PrivateKey hospital, PrintStream log, Clock clock) {
        this.file = file;
        this.hospital = hospital;
        this.log = log;
        this.clock = clock;
    }

    /** Empty when there is nothing new, or the ledger cannot be vouched for, which is said in the log. */
    Optional<Signed> lines() {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Ledger ledger = Ledger.open(file, clock);
            Ledger.Checked checked = ledger.verify();
            LedgerHead head = checked.head();
            LedgerHead known = ledger.knownHead();
            long after = known == null ? 0 : known.sequence();
            boolean torn = checked.tornBytes() > 0; // the line that will mend it is not written yet
            return head == null || head.sequence() <= after || torn
                    ? Optional.empty()
                    : Optional.of(LedgerDocuments.export(ledger, after, hospital));
        } catch (Refused | BadInput e) {
            log.println(e.getMessage());
            return Optional.empty();
        }
    }
}
