package dari.privacyledger;

import dari.agents.LedgerImport;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.agent.Signed;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerEntry;
import dari.provisioner.privacy.LedgerHead;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what hospitals' agents send of their ledgers, or refuses it and tells the hospital. */
@Service
@Transactional
@BackgroundWork
public class PrivacyLedgerImport implements LedgerImport {

    private static final String ACTOR = "hospital-agent";

    private final PrivacyLedgerRepository ledgers;
    private final PrivacyLedgerLineRepository lines;
    private final Organizations organizations;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    PrivacyLedgerImport(
            PrivacyLedgerRepository ledgers,
            PrivacyLedgerLineRepository lines,
            Organizations organizations,
            History history,
            Ids ids,
            Clock clock) {
        this.ledgers = ledgers;
        this.lines = lines;
        this.organizations = organizations;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<LedgerHead> head(OrganizationId hospital) {
        return ledgers.findById(hospital.value()).map(PrivacyLedger::head);
    }

    @Override
    public Optional<LedgerHead> takeIn(OrganizationId hospital, Signed document, PublicKey agent) {
        PrivacyLedger ledger = ledgers.lock(hospital.value()).orElseGet(() -> new PrivacyLedger(hospital));
        Instant now = clock.instant();
        try {
            LedgerDocuments.Lines taken = LedgerDocuments.verified(document, agent, ledger.head());
            Ledger.accountsOf(Stream.concat(entries(hospital.value()).stream(), taken.entries().stream())
                    .toList());
            LedgerHead head = taken.head();
            ledger.reach(head, now);
            ledgers.save(ledger);
            lines.saveAll(taken.entries().stream()
                    .map(entry -> new PrivacyLedgerLine(ids.next(), hospital.value(), entry))
                    .toList());
            history.recordBySystem(
                    ACTOR,
                    HistoryEntry.of("privacyledger.taken", "organization", hospital.value())
                            .with("sequence", head.sequence())
                            .with("hash", head.hash()));
            return Optional.of(head);
        } catch (Refused | BadInput e) {
            refuse(ledger, hospital, document, now);
            return Optional.empty();
        }
    }

    /** Said once of a document, however often it comes. */
    private void refuse(PrivacyLedger ledger, OrganizationId hospital, Signed document, Instant now) {
        String digest = Sha256.hex(
                (document.kind() + document.content() + document.signature()).getBytes(StandardCharsets.UTF_8));
        if (ledger.refuse(digest, now)) {
            history.recordBySystem(
                    ACTOR,
                    HistoryEntry.of("privacyledger.refused", "organization", hospital.value())
                            .with("document", digest));
            organizations.tell(
                    hospital,
                    Set.of(Role.HOSPITAL_STEWARD, Role.HOSPITAL_PRIVACY),
                    Notice.of("privacyledger.notice.refused", "/hospital/privacy"));
        }
        ledgers.save(ledger);
    }

    private List<LedgerEntry> entries(UUID hospital) {
        return lines.findByHospitalOrderBySequenceNo(hospital).stream()
                .map(PrivacyLedgerLine::entry)
                .toList();
    }
}
