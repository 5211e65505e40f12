package dari.agents;

import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.release.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Files of results that arrive in parts. Only what was acknowledged counts: a part is on the disk before its row says so, and
 * the row alone says where the next one goes, so that a kill of either side between any two steps loses at most the part on
 * its way.
 */
@Service
@Transactional
@BackgroundWork
class AgentUploads {

    /** A result of which no part came for so long is removed, as far as it arrived. */
    static final Duration DEADLINE = Duration.ofDays(3);

    /** Of one file. */
    static final long MOST_BYTES = 64L * 1024 * 1024 * 1024;

    /** What lies on the disk without a row for so long belongs to no part on its way. */
    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);

    private final AgentGateway gateway;
    private final AgentUploadRepository uploads;
    private final UploadFolder folder;
    private final List<AgentWork> works;
    private final Ids ids;
    private final Clock clock;

    AgentUploads(
            AgentGateway gateway,
            AgentUploadRepository uploads,
            UploadFolder folder,
            List<AgentWork> works,
            Ids ids,
            Clock clock) {
        this.gateway = gateway;
        this.uploads = uploads;
        this.folder = folder;
        this.works = works;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How far a file is.
     *
     * @param kept bytes that are here; the next part begins there
     * @param until when it is removed unless another part comes; of a whole file, unless the result is completed
     */
    record Standing(UUID id, long kept, long bytes, Instant until) {}

    /** A part that does not begin where the file ends. */
    static final class ElsewhereException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ElsewhereException() {
            super("the part does not begin where the file ends");
        }
    }

    /**
     * Begins a file, or finds what was kept of it. One that is announced with other bytes than before begins anew.
     *
     * @throws NotFoundException when the job is not this agent's, is over, or has no such file
     * @throws dari.provisioner.Refused when the file stays at the hospital
     */
    Standing begin(UUID agent, UUID jobId, Manifest.Entry file) {
        Optional<AgentUpload> present = uploads.lock(jobId, file.path());
        AgentJob job = gateway.open(agent, jobId);
        AgentWork work = gateway.accepting(job, file.path());
        if (file.bytes() > MOST_BYTES) {
            throw new BadInput(file.path(), "is larger than " + MOST_BYTES + " bytes", "split the table");
        }
        requireWanted(work, job);
        Instant now = clock.instant();
        present.filter(found -> !found.announced().equals(file)).ifPresent(found -> {
            found.announce(file, now);
            folder.remove(found);
        });
        AgentUpload upload = present.orElseGet(() -> uploads.save(new AgentUpload(ids.next(), job, file, now)));
        if (file.bytes() == 0 && !upload.isWhole()) {
            handOver(work, upload);
        }
        return standing(upload);
    }

    /** @throws NotFoundException when there is no such upload of a job that this agent may still work on */
    @Transactional(readOnly = true)
    Standing of(UUID agent, UUID job, UUID id) {
        gateway.open(agent, job);
        return standing(mine(job, uploads.findById(id)));
    }

    /**
     * Takes the next part; the last one hands the file over to what the job is for.
     *
     * @return how far it is now; empty when the whole is not what was announced, and nothing of it is kept
     * @throws ElsewhereException when it is not the next part
     */
    Optional<Standing> add(UUID agent, UUID jobId, UUID id, long from, byte[] part) {
        AgentUpload upload = mine(jobId, uploads.lock(id));
        AgentJob job = gateway.open(agent, jobId);
        AgentWork work = gateway.workOf(job);
        requireWanted(work, job);
        Standing before = standing(upload);
        if (upload.isWhole() || from != before.kept()) {
            throw new ElsewhereException();
        }
        if (part.length > before.bytes() - from) {
            throw new BadInput("part", "reaches beyond the announced length", "announce the file as it is");
        }
        folder.write(upload, from, part);
        upload.keeps(from + part.length, clock.instant());
        if (upload.kept() == before.bytes() && !handOver(work, upload)) {
            return Optional.empty();
        }
        return Optional.of(standing(upload));
    }

    /** A whole file in one message, as agents of earlier versions send it. */
    void inOnePiece(UUID agent, UUID job, String path, byte[] content) {
        Standing begun = begin(agent, job, new Manifest.Entry(path, content.length, Sha256.hex(content)));
        if (begun.kept() < content.length) {
            int from = (int) begun.kept();
            add(agent, job, begun.id(), from, Arrays.copyOfRange(content, from, content.length));
        }
    }

    /** Removes what arrived of results that ended or stood still for too long, and what a kill left on the disk. */
    void removeOver() {
        Instant now = clock.instant();
        List<AgentUpload> over = uploads.findOver(JobStatus.OPEN, now.minus(DEADLINE));
        over.forEach(folder::remove);
        uploads.deleteAll(over);
        List<AgentUpload> left = uploads.findAll().stream()
                .filter(upload -> !over.contains(upload))
                .toList();
        folder.removeUnknown(
                left.stream()
                        .filter(upload -> !upload.isWhole())
                        .map(AgentUpload::id)
                        .collect(Collectors.toSet()),
                now.minus(UNKNOWN_FOR));
        Set<UUID> arriving = left.stream().map(AgentUpload::subject).collect(Collectors.toSet());
        folder.removeEmpty(arriving, now.minus(UNKNOWN_FOR));
        works.forEach(work -> work.forgetUnfinished(arriving, now.minus(DEADLINE)));
    }

    /** @return false when it is not what was announced */
    private boolean handOver(AgentWork work, AgentUpload upload) {
        try {
            if (!hash(upload).equals(upload.announced().sha256())) {
                upload.announce(upload.announced(), clock.instant());
                folder.remove(upload);
                return false;
            }
            try (InputStream content = folder.read(upload)) {
                work.receive(upload.subject(), upload.announced().path(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        upload.handedOver();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                folder.remove(upload);
            }
        });
        return true;
    }

    private String hash(AgentUpload upload) throws IOException {
        try (InputStream content = folder.read(upload)) {
            return Sha256.hex(content);
        }
    }

    private static void requireWanted(AgentWork work, AgentJob job) {
        if (!work.wants(job.subject())) {
            throw new NotFoundException("job");
        }
    }

    private static AgentUpload mine(UUID job, Optional<AgentUpload> found) {
        return found.filter(upload -> upload.job().equals(job)).orElseThrow(() -> new NotFoundException("upload"));
    }

    private Standing standing(AgentUpload upload) {
        long bytes = upload.announced().bytes();
        long kept = upload.isWhole() ? bytes : Math.min(upload.kept(), folder.size(upload));
        return new Standing(upload.id(), kept, bytes, upload.touchedAt().plus(DEADLINE));
    }
}
