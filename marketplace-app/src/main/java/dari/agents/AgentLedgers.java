package dari.agents;

import dari.kernel.BackgroundWork;
import dari.kernel.NotFoundException;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.LedgerHead;
import java.security.PublicKey;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a hospital's privacy ledger go in, its countersigned head comes back. */
@Service
@Transactional
@BackgroundWork
public class AgentLedgers {

    private final AgentRepository agents;
    private final LedgerImport ledgers;
    private final JobKey key;

    AgentLedgers(AgentRepository agents, LedgerImport ledgers, JobKey key) {
        this.agents = agents;
        this.ledgers = ledgers;
        this.key = key;
    }

    /** The countersigned head of the ledger of an agent's hospital; empty when none was taken in yet. */
    Optional<Signed> head(UUID agent) {
        return ledgers.head(find(agent).hospital()).map(this::countersigned);
    }

    /** The new countersigned head; empty when the document was refused. */
    Optional<Signed> takeIn(UUID agent, Signed document) {
        EnrolledAgent sender = find(agent);
        return ledgers.takeIn(sender.hospital(), document, RequestSignature.publicKey(sender.publicKey()))
                .map(this::countersigned);
    }

    /** The same for lines that came by hand; what was taken in before is not refused again. */
    void takeInCarried(UUID agent, Signed document) {
        EnrolledAgent sender = find(agent);
        PublicKey signer = RequestSignature.publicKey(sender.publicKey());
        long known = ledgers.head(sender.hospital()).map(LedgerHead::sequence).orElse(0L);
        boolean brings = document.verified(signer, LedgerDocuments.Lines.KIND)
                .map(content -> Json.parse(content, LedgerDocuments.Lines.class, LedgerDocuments.Lines.FILE))
                .map(lines -> lines.entries().stream().anyMatch(line -> line.sequence() > known))
                .orElse(true); // whoever signed it: the intake says that it is not ours
        if (brings) {
            ledgers.takeIn(sender.hospital(), document, signer);
        }
    }

    private Signed countersigned(LedgerHead head) {
        return key.sign(LedgerHead.KIND, head);
    }

    private EnrolledAgent find(UUID agent) {
        return agents.findById(agent).orElseThrow(() -> new NotFoundException("agent"));
    }
}
