package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.ProvisionerException;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Heartbeat;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.exclude.KeptLists;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;

/** One round after the other: says it is alive, asks for a job, and hands over what became of it. */
final class HospitalAgent {

    private final MarketplaceClient marketplace;
    private final HospitalPolicy policy;
    private final KeptLists lists;
    private final LedgerExchange ledger;
    private final JobDoor door;
    private final JobRunner runner;
    private final PrintStream log;
    private final Set<String> reportedRefusals = new HashSet<>();

    HospitalAgent(
            MarketplaceClient marketplace,
            HospitalPolicy policy,
            KeptLists lists,
            LedgerExchange ledger,
            JobDoor door,
            JobRunner runner,
            PrintStream log) {
        this.marketplace = marketplace;
        this.policy = policy;
        this.lists = lists;
        this.ledger = ledger;
        this.door = door;
        this.runner = runner;
        this.log = log;
    }

    /** A round; what goes wrong outside is said and tried again in the next. */
    void round() {
        try {
            marketplace.heartbeat(new Heartbeat(policy.sourceNames(), lists.dates(policy.sourceNames())));
            exchangeLedger();
            marketplace.nextJob().ifPresent(this::work);
            exchangeLedger();
        } catch (SurroundingsFailed e) {
            log.println("will try again: " + e.getMessage());
        } catch (ProvisionerException e) {
            log.println(e.getMessage());
        }
    }

    /** A ledger that is behind stops what spends from it, and nothing else. */
    private void exchangeLedger() {
        try {
            ledger.exchangeIfChanged();
        } catch (Refused | BadInput e) {
            log.println(e.getMessage());
        }
    }

    private void work(String document) {
        JobDoor.Answer answer = door.ask(document);
        Job job = answer.job();
        Refusal refusal = answer.refusal();
        if (refusal != null && reportedRefusals.add(refusal.document())) {
            log.println("a job was refused: " + refusal.reason());
            marketplace.refuse(refusal);
        }
        if (job != null) {
            JobRunner.Result result =
                    runner.run(job, () -> marketplace.report(job.jobId(), new StateReport(State.RUNNING, null, null)));
            exchangeLedger(); // first, so that what was spent is known before the job no longer counts as running
            handOver(job, result);
        }
    }

    private void handOver(Job job, JobRunner.Result result) {
        try {
            for (String file : result.files()) {
                marketplace.upload(job.jobId(), file, result.folder().resolve(file));
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("what was made for the job cannot be read", e);
        }
        if (result.report().state() == State.DONE) {
            marketplace.complete(job.jobId());
        } else {
            marketplace.report(job.jobId(), result.report());
        }
        if (result.isEnd()) {
            door.close(job);
        }
    }
}
