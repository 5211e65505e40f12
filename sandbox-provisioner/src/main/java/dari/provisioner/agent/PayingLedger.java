package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.agent.HospitalRules.Objection;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerHead;
import dari.provisioner.recipe.Synthesis;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks before a job whether the hospital's ledger can be spent from at all; whether enough is left it says itself. */
final class PayingLedger {

    private final @Nullable Path file;
    private final Runnable upToDate;
    private final PrintStream log;
    private final Clock clock;

    /**
     * @param file null where nothing is synthesised
     * @param upToDate throws when the ledger is behind the marketplace's memory of it
     */
    PayingLedger(@Nullable Path file, Runnable upToDate, PrintStream log, Clock clock) {
        this.file = file;
        this.upToDate = upToDate;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Why nothing may be spent; what the ledger says of its place on this machine stays in the log.
     *
     * @param head how far the marketplace knew the ledger when it signed the job
     */
    Optional<Objection> objection(Synthesis synthesis, @Nullable LedgerHead head) {
        if (file == null || !Files.exists(file)) {
            return Optional.of(new Objection("budget.unknown", synthesis.account()));
        }
        try {
            upToDate.run();
            Ledger ledger = Ledger.open(file, clock);
            if (head != null) {
                ledger.requireHead(head);
            }
            boolean open = ledger.accounts().stream()
                    .anyMatch(account -> account.dataset().equals(synthesis.dataset())
                            && account.population().equals(synthesis.population()));
            return open ? Optional.empty() : Optional.of(new Objection("budget.unknown", synthesis.account()));
        } catch (Refused | BadInput e) {
            log.println(e.getMessage());
            return Optional.of(new Objection("ledger.behind", synthesis.account()));
        }
    }
}
