package dari.agents;

import dari.kernel.BackgroundWork;
import dari.kernel.NotFoundException;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.agent.Signed;
import dari.provisioner.privacy.LedgerHead;
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

    private Signed countersigned(LedgerHead head) {
        return key.sign(LedgerHead.KIND, head);
    }

    private EnrolledAgent find(UUID agent) {
        return agents.findById(agent).orElseThrow(() -> new NotFoundException("agent"));
    }
}
