package dari.agents;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalSteward;
import dari.kernel.NotFoundException;
import dari.kernel.RuleBrokenException;
import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.agent.LedgerDocuments;
import dari.provisioner.agent.Protocol.CarriedReport;
import dari.provisioner.agent.Protocol.State;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.agent.RequestSignature;
import dari.provisioner.agent.Signed;
import dari.provisioner.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where networks are separated, people carry jobs out of the desk and results into it; the checks are the online ones. */
@Service
@Transactional
public class CarriedWork {

    /** Of one file inside a result, unpacked: nothing larger is read. */
    private static final int MOST_BYTES = 256 * 1024 * 1024;

    private static final int MOST_REPORT_BYTES = 100_000;

    private static final int MOST_LEDGER_BYTES = 16 * 1024 * 1024;

    private final AgentGateway gateway;
    private final AgentLedgers ledgers;
    private final AgentRepository agents;
    private final AgentJobRepository jobs;
    private final History history;
    private final CurrentActor currentActor;

    CarriedWork(
            AgentGateway gateway,
            AgentLedgers ledgers,
            AgentRepository agents,
            AgentJobRepository jobs,
            History history,
            CurrentActor currentActor) {
        this.gateway = gateway;
        this.ledgers = ledgers;
        this.agents = agents;
        this.jobs = jobs;
        this.history = history;
        this.currentActor = currentActor;
    }

    /** A job as a file. */
    public record JobFile(UUID job, String document) {}

    /** The job that this agent would be handed now; empty when none waits. */
    @HospitalSteward
    public Optional<JobFile> next(UUID agent) {
        return gateway.next(mine(agent).id()).map(this::handedOut);
    }

    /** An open job again, for one whose file was lost. */
    @HospitalSteward
    public JobFile again(UUID job) {
        return jobs.findById(job)
                .filter(found -> currentActor.get().belongsTo(found.hospital()))
                .filter(found -> found.status().isOpen())
                .map(this::handedOut)
                .orElseThrow(() -> new NotFoundException("job"));
    }

    /**
     * Takes a carried result in, whole or not at all.
     *
     * @return the job's end; null when it told sources only, or that a job was refused unread
     * @throws RuleBrokenException when it is no result, not signed by an agent of this hospital, or its job is not open
     */
    @HospitalSteward
    public @Nullable State takeIn(InputStream file) {
        try (ZipInputStream zip = new ZipInputStream(file, StandardCharsets.UTF_8)) {
            CarriedReport report = report(zip);
            UUID agent = UUID.fromString(report.agentId());
            if (report.sources() != null) {
                gateway.heartbeat(agent, report.sources(), report.exclusionLists());
            }
            history.record(HistoryEntry.of(
                            "agent.carried",
                            "organization",
                            currentActor.get().organization().value())
                    .with("agent", agent)
                    .with("job", String.valueOf(report.jobId())));
            if (report.refusal() != null) {
                gateway.refused(agent, report.refusal());
            }
            ZipEntry next = zip.getNextEntry();
            if (next != null && next.getName().equals(LedgerDocuments.Lines.FILE)) {
                takeInLedger(agent, new String(read(zip, MOST_LEDGER_BYTES), StandardCharsets.UTF_8));
                next = zip.getNextEntry();
            }
            StateReport end = report.end();
            if (end == null || report.jobId() == null) {
                return null;
            }
            finish(agent, UUID.fromString(report.jobId()), end, next, zip);
            return end.state();
        } catch (ZipException | IllegalArgumentException e) {
            throw new RuleBrokenException("agents.carry.rule.shape");
        } catch (IOException e) {
            throw new RuleBrokenException("agents.carry.rule.read");
        } catch (NotFoundException e) {
            throw new RuleBrokenException("agents.carry.rule.job");
        } catch (Refused e) {
            throw new RuleBrokenException("agents.carry.rule.signature");
        }
    }

    /** Lines that do not go on from the known head are refused and said on the ledger's page; the result stands for itself. */
    private void takeInLedger(UUID agent, String text) {
        try {
            ledgers.takeInCarried(agent, Json.parse(text, Signed.class, LedgerDocuments.Lines.FILE));
        } catch (BadInput e) {
            throw new RuleBrokenException("agents.carry.rule.shape");
        }
    }

    private void finish(UUID agent, UUID job, StateReport end, @Nullable ZipEntry first, ZipInputStream zip)
            throws IOException {
        for (ZipEntry entry = first; entry != null; entry = zip.getNextEntry()) {
            gateway.receive(agent, job, entry.getName(), new ByteArrayInputStream(read(zip, MOST_BYTES)));
        }
        if (end.state() == State.DONE) {
            gateway.complete(agent, job);
        } else {
            gateway.report(agent, job, end);
        }
    }

    private CarriedReport report(ZipInputStream zip) throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(CarriedReport.FILE)) {
            throw new RuleBrokenException("agents.carry.rule.shape");
        }
        try {
            String text = new String(read(zip, MOST_REPORT_BYTES), StandardCharsets.UTF_8);
            Signed signed = Json.parse(text, Signed.class, CarriedReport.FILE);
            CarriedReport claimed = Json.parse(signed.content(), CarriedReport.class, CarriedReport.FILE);
            EnrolledAgent agent = mine(UUID.fromString(claimed.agentId()));
            if (signed.verified(RequestSignature.publicKey(agent.publicKey()), CarriedReport.KIND)
                    .isEmpty()) {
                throw new RuleBrokenException("agents.carry.rule.signature");
            }
            return claimed;
        } catch (BadInput e) {
            throw new RuleBrokenException("agents.carry.rule.shape");
        } catch (NotFoundException e) {
            throw new RuleBrokenException("agents.carry.rule.signature");
        }
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        byte[] content = in.readNBytes(most + 1);
        if (content.length > most) {
            throw new RuleBrokenException("agents.carry.rule.shape");
        }
        return content;
    }

    private EnrolledAgent mine(UUID agent) {
        return agents.findById(agent)
                .filter(found -> currentActor.get().belongsTo(found.hospital()) && !found.isRevoked())
                .orElseThrow(() -> new NotFoundException("agent"));
    }

    private JobFile handedOut(AgentJob job) {
        job.carry();
        history.record(
                HistoryEntry.of("agent.handed", "organization", job.hospital().value())
                        .with("agent", job.agent())
                        .with("job", job.id()));
        return new JobFile(job.id(), job.document());
    }
}
