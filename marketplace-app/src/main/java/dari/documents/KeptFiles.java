package dari.documents;

import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in, checks and keeps them. Who may is decided by the feature whose page it is. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class KeptFiles {

    private final StoredFileRepository files;
    private final FileStorage storage;
    private final MalwareScan malware;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final DataSize most;

    KeptFiles(
            StoredFileRepository files,
            FileStorage storage,
            MalwareScan malware,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            @Value("${dari.documents.max-size}") DataSize most) {
        this.files = files;
        this.storage = storage;
        this.malware = malware;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Checks a sent file and keeps it for the actor's organisation.
     *
     * @throws ContentRefused with the reason
     */
    @BackgroundWork
    public FileFacts keep(MultipartFile sent) {
        if (sent.getSize() > most.toBytes()) {
            throw new ContentRefused("size", most.toMegabytes());
        }
        byte[] content;
        try {
            content = sent.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FileType type = ContentCheck.file(content);
        String name = FileName.of(sent.getOriginalFilename(), type);
        if (ContentCheck.holdsRegistrationNumber(name)) {
            throw new ContentRefused("rrn");
        }
        MalwareScan.Result looked = malware.scan(content);
        if (looked.state() == ScanState.INFECTED) {
            throw new ContentRefused("infected");
        }
        Actor actor = currentActor.get();
        UUID id = ids.next();
        storage.write(id, content);
        after(TransactionSynchronization.STATUS_ROLLED_BACK, id);
        StoredFile file = files.save(new StoredFile(
                id, actor, name, type, content.length, FileStorage.sha256(content), looked.state(), clock.instant()));
        return file.facts();
    }

    @BackgroundWork
    public Map<UUID, FileFacts> facts(Collection<UUID> wanted) {
        return files.findByIdIn(wanted).stream()
                .map(StoredFile::facts)
                .collect(Collectors.toMap(FileFacts::id, Function.identity()));
    }

    @BackgroundWork
    public FileDownload download(UUID id) {
        StoredFile file = files.findById(id).orElseThrow(() -> new NotFoundException("file"));
        return new FileDownload(file.facts(), storage.read(id, file.sha256()));
    }

    /** KeptFiles of the actor's organisation with the same bytes, itself left out. */
    List<UUID> sameAs(UUID id) {
        return files.findById(id).stream()
                .flatMap(file -> files.findByOrganizationAndSha256(file.organization(), file.sha256()).stream())
                .map(StoredFile::id)
                .filter(other -> !other.equals(id))
                .toList();
    }

    /** Forgets files; their bytes go when the transaction has committed. */
    void delete(Collection<UUID> gone) {
        for (StoredFile file : files.findByIdIn(gone)) {
            files.delete(file);
            after(TransactionSynchronization.STATUS_COMMITTED, file.id());
        }
    }

    private void after(int outcome, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == outcome) {
                    storage.delete(id);
                }
            }
        });
    }
}
