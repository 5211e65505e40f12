package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.ProvisionerException;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Heartbeat;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.exclude.KeptLists;
import java.io.IOException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One round after the other: says it is alive, asks for a job, and hands over what became of it. */
final class HospitalAgent implements AutoCloseable {

    private final MarketplaceClient marketplace;
    private final PartedUpload uploads;
    private final HospitalPolicy policy;
    private final KeptLists lists;
    private final LedgerExchange ledger;
    private final JobDoor door;
    private final JobRunner runner;
    private final PrintStream log;
    private final Set<String> reportedRefusals = new HashSet<>();
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

    HospitalAgent(
            MarketplaceClient marketplace,
            PartedUpload uploads,
            HospitalPolicy policy,
            KeptLists lists,
            LedgerExchange ledger,
            JobDoor door,
            JobRunner runner,
            PrintStream log) {
        this.marketplace = marketplace;
        this.uploads = uploads;
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
            heartbeat();
            exchangeLedger();
            marketplace.nextJob().ifPresent(this::work);
            exchangeLedger();
            runner.rest();
        } catch (SurroundingsFailed e) {
            log.println("will try again: " + e.getMessage());
        } catch (ProvisionerException e) {
            log.println(e.getMessage());
        }
    }

    /**
     * While a round works, from another thread: says that the agent is alive, so that nobody else is given its job, and learns
     * whether the job is still wanted.
     */
    void beat() {
        String job = running.get();
        if (job == null) {
            return;
        }
        try {
            heartbeat();
            if (!marketplace.isWanted(job)) {
                withdrawn.add(job);
            }
        } catch (ProvisionerException e) {
            log.println("no heartbeat: " + e.getMessage());
        }
    }

    private void heartbeat() {
        marketplace.heartbeat(new Heartbeat(policy.sourceNames(), lists.dates(policy.sourceNames())));
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
            carryOut(job);
        }
    }

    private void carryOut(Job job) {
        try {
            JobRunner.Result result = runner.run(job, () -> start(job), piece -> {
                if (withdrawn.contains(job.jobId())) {
                    throw new JobWithdrawn();
                }
            });
            exchangeLedger(); // first, so that what was spent is known before the job no longer counts as running
            handOver(job, result);
        } catch (JobWithdrawn e) {
            log.println("job " + job.jobId() + ": " + e.getMessage());
            door.close(job);
        } finally {
            running.set(null);
            runner.handedOver();
        }
    }

    /** @throws JobWithdrawn when it is not wanted any more: what ended between two rounds is not begun */
    private void start(Job job) {
        running.set(job.jobId());
        if (!marketplace.isWanted(job.jobId())) {
            throw new JobWithdrawn();
        }
    }

    @Override
    public void close() {
        runner.close();
    }

    private void handOver(Job job, JobRunner.Result result) {
        try {
            if (!result.files().isEmpty()) {
                running.set(job.jobId()); // what is large is long on its way
            }
            for (String file : result.files()) {
                uploads.send(job.jobId(), result.folder(), file);
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("what was made for the job cannot be read", e);
        }
        running.set(null); // its end is told next: nobody says that it runs after that
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
