package dari.documents;

import dari.admin.DecisionDesk;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.audit.HistoryLine;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.HospitalMember;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.ProgramAdministrator;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.notifications.Notice;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** The wallet: keeps each document of an organisation once, reminds of its end, shows it to whom was chosen. */
@Service
@Transactional
public class Documents {

    private static final String SUBJECT = "document";

    private final DocumentRepository documents;
    private final DocumentRevisionRepository revisions;
    private final DocumentGrantRepository grants;
    private final HiddenDocumentRepository hidden;
    private final KeptFiles files;
    private final Wallet wallet;
    private final List<FileReferences> references;
    private final Viewers viewers;
    private final DecisionDesk decisions;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    Documents(
            DocumentRepository documents,
            DocumentRevisionRepository revisions,
            DocumentGrantRepository grants,
            HiddenDocumentRepository hidden,
            KeptFiles files,
            Wallet wallet,
            List<FileReferences> references,
            Viewers viewers,
            DecisionDesk decisions,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.documents = documents;
        this.revisions = revisions;
        this.grants = grants;
        this.hidden = hidden;
        this.files = files;
        this.wallet = wallet;
        this.references = List.copyOf(references);
        this.viewers = viewers;
        this.decisions = decisions;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Puts a document into the wallet; only its own organisation sees it.
     *
     * @throws ContentRefused when the file is not taken
     * @throws RuleBrokenException when the wallet holds this file already
     */
    @WalletKeeper
    public DocumentId add(DocumentContent content, MultipartFile file) {
        Actor actor = currentActor.get();
        DocumentId id = new DocumentId(ids.next());
        UUID kept = keep(file, id);
        Document document = documents.save(new Document(id, actor.organization(), content, kept, clock.instant()));
        saveRevision(document);
        record("document.added", document);
        return id;
    }

    /**
     * Saves a new revision in the place of the present one, which stays in the document's history.
     *
     * @param file null to keep the present file
     */
    @WalletKeeper
    public void replace(DocumentId id, DocumentContent content, @Nullable MultipartFile file) {
        Document document = own(id);
        if (document.content().kind() != content.kind()) {
            grants.findByDocumentInOrderById(List.of(id)).forEach(grant -> sawBefore(document, grant.viewer()));
        }
        document.replace(content, file == null ? document.file() : keep(file, id), clock.instant());
        saveRevision(document);
        record("document.replaced", document);
    }

    /**
     * Deletes a document and all its revisions.
     *
     * @throws RuleBrokenException while somebody else sees it, or a message carries it
     */
    @WalletKeeper
    public void delete(DocumentId id) {
        Document document = own(id);
        if (!grants.findByDocumentInOrderById(List.of(id)).isEmpty()) {
            throw new RuleBrokenException("documents.rule.shown");
        }
        List<DocumentRevision> all = revisions.findByDocumentOrderByRevisionDesc(id);
        Set<UUID> gone = all.stream().map(DocumentRevision::file).collect(Collectors.toSet());
        if (references.stream().anyMatch(feature -> feature.referToAnyOf(gone))) {
            throw new RuleBrokenException("documents.rule.referred");
        }
        all.forEach(revisions::delete);
        documents.delete(document);
        files.delete(gone);
        record("document.deleted", document);
    }

    /** The wallet of the actor's organisation: what ends first on top, then the newest. */
    @WalletKeeper
    @Transactional(readOnly = true)
    public List<DocumentView> mine() {
        return wallet.of(currentActor.get().organization());
    }

    /** The same, a page at a time. */
    @WalletKeeper
    @Transactional(readOnly = true)
    public Page<DocumentView> mine(int page, int size) {
        return wallet.of(currentActor.get().organization(), page, size);
    }

    @WalletKeeper
    @Transactional(readOnly = true)
    public DocumentView show(DocumentId id) {
        return wallet.views(List.of(own(id))).get(0);
    }

    @WalletKeeper
    @Transactional(readOnly = true)
    public List<RevisionView> revisions(DocumentId id) {
        own(id);
        List<DocumentRevision> all = revisions.findByDocumentOrderByRevisionDesc(id);
        Map<UUID, FileFacts> facts =
                files.facts(all.stream().map(DocumentRevision::file).toList());
        return all.stream()
                .map(r -> new RevisionView(
                        r.revision(), r.content(), Objects.requireNonNull(facts.get(r.file())), r.savedAt()))
                .toList();
    }

    @WalletKeeper
    @Transactional(readOnly = true)
    public List<HistoryLine> history(DocumentId id) {
        own(id);
        return history.of(List.of(id.value()));
    }

    /** A file of any revision. */
    @WalletKeeper
    @Transactional(readOnly = true)
    public FileDownload download(DocumentId id, UUID file) {
        own(id);
        return revisions.findByDocumentOrderByRevisionDesc(id).stream()
                .filter(revision -> revision.file().equals(file))
                .findFirst()
                .map(revision -> files.download(file))
                .orElseThrow(() -> new NotFoundException("file"));
    }

    /** Who sees a document of the wallet. */
    @WalletKeeper
    @Transactional(readOnly = true)
    public List<GrantView> grants(DocumentId id) {
        Document document = own(id);
        Set<OrganizationId> acquaintances = viewers.acquaintancesOf(document.organization());
        return grants.findByDocumentInOrderById(List.of(id)).stream()
                .map(grant -> new GrantView(
                        grant.id(),
                        viewers.viewer(grant.viewer()),
                        grant.grantedAt(),
                        grant.viewer().kind() != PartyKind.HOSPITAL
                                || acquaintances.contains(
                                        new OrganizationId(grant.viewer().id()))))
                .toList();
    }

    /** To whom the actor may show a document without looking further. */
    @WalletKeeper
    @Transactional(readOnly = true)
    public List<Viewer> viewers() {
        return viewers.choices(currentActor.get());
    }

    /** Shows a party these documents of the wallet, always as they are now. */
    @WalletKeeper
    public void grant(Collection<DocumentId> chosen, Party viewer) {
        Actor actor = currentActor.get();
        List<Document> own = chosen.stream().distinct().map(this::own).toList();
        if (!viewers.mayBeShown(actor, viewer)) {
            throw new NotFoundException("viewer");
        }
        boolean anyNew = false;
        for (Document document : own) {
            if (!grants.existsByDocumentAndViewer(document.id(), viewer)) {
                grants.save(new DocumentGrant(ids.next(), document.id(), viewer, actor.user(), clock.instant()));
                recordViewer("document.shown", document, viewer);
                anyNew = true;
            }
        }
        OrganizationId hospital = new OrganizationId(viewer.id());
        if (anyNew
                && viewer.kind() == PartyKind.HOSPITAL
                && viewers.acquaintancesOf(actor.organization()).contains(hospital)) {
            organizations.tell(
                    hospital,
                    Set.of(Role.HOSPITAL_OFFICE),
                    Notice.of(
                            "documents.notice.shown",
                            "/hospital/documents",
                            organizations.facts(actor.organization()).inNotices()));
        }
    }

    @WalletKeeper
    public void withdraw(DocumentId id, UUID grant) {
        Document document = own(id);
        DocumentGrant found = grants.findByIdAndDocument(grant, id).orElseThrow(() -> new NotFoundException("grant"));
        grants.delete(found);
        sawBefore(document, found.viewer());
        recordViewer("document.hidden", document, found.viewer());
    }

    /** What a hospital has seen stays known as it stood, though it is taken out of its sight or becomes something else. */
    private void sawBefore(Document document, Party viewer) {
        if (viewer.kind() == PartyKind.HOSPITAL) {
            hidden.save(new HiddenDocument(
                    ids.next(),
                    document.organization(),
                    new OrganizationId(viewer.id()),
                    document.content().kind(),
                    document.content().expiresOn(),
                    clock.instant()));
        }
    }

    /** What startups show the actor's hospital, of those it has something under way with. */
    @HospitalMember
    @Transactional(readOnly = true)
    public List<ShownDocument> shownToMyHospital() {
        OrganizationId hospital = currentActor.get().organization();
        Set<OrganizationId> acquaintances = viewers.acquaintancesOf(hospital);
        return shown(new Party(PartyKind.HOSPITAL, hospital.value()), acquaintances::contains);
    }

    @HospitalMember
    public FileDownload downloadShownToMyHospital(DocumentId id) {
        return read(shownToMyHospital(), id);
    }

    /** What applicants show a call, once they have handed their application in. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<ShownDocument> shownToCall(UUID call) {
        Set<UUID> applicants = decisions.applicants(call);
        return shown(new Party(PartyKind.CALL, call), owner -> applicants.contains(owner.value()));
    }

    @ProgramAdministrator
    public FileDownload downloadShownToCall(UUID call, DocumentId id) {
        return read(shownToCall(call), id);
    }

    /** What an organisation hands the office that verifies it. */
    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<ShownDocument> shownForVerification(OrganizationId organization) {
        return shown(new Party(PartyKind.VERIFICATION, organization.value()), organization::equals);
    }

    @ProgramAdministrator
    public FileDownload downloadShownForVerification(DocumentId id) {
        OrganizationId owner =
                documents.findById(id).map(Document::organization).orElseThrow(() -> new NotFoundException("document"));
        return read(shownForVerification(owner), id);
    }

    /** Tells each organisation of documents that end in 30, 7 and 1 days, and that have ended: each once. */
    @BackgroundWork
    public void remind() {
        LocalDate today = wallet.today();
        for (Document document : documents.toRemind(today.plusDays(DocumentContent.SOON_DAYS))) {
            document.takeReminder(today).ifPresent(days -> {
                history.recordBySystem(
                        "documents",
                        HistoryEntry.of(
                                        "document.reminded",
                                        SUBJECT,
                                        document.id().value())
                                .with("before", days));
                LocalDate end = document.content().expiresOn();
                organizations.tell(
                        document.organization(),
                        keepers(document.organization()),
                        Notice.of(
                                days < 0 ? "documents.notice.ended" : "documents.notice.ending",
                                "/documents/" + document.id().value(),
                                document.content().title(),
                                String.valueOf(end)));
            });
        }
    }

    /** Documents of an organisation that end soon or have ended. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<DocumentView> ending(OrganizationId organization) {
        return wallet.of(organization).stream()
                .filter(document -> document.state() != DocumentState.VALID)
                .toList();
    }

    /** Which documents of an organisation a party was given sight of. */
    Set<DocumentId> grantedTo(Party viewer) {
        return grants.findByViewerOrderById(viewer).stream()
                .map(DocumentGrant::document)
                .collect(Collectors.toSet());
    }

    private List<ShownDocument> shown(Party viewer, Predicate<OrganizationId> mayOwn) {
        List<DocumentView> found = wallet.views(documents.findByIdInOrderById(grantedTo(viewer)).stream()
                .filter(document -> mayOwn.test(document.organization()))
                .toList());
        Map<OrganizationId, OrganizationFacts> owners = organizations.facts(
                found.stream().map(DocumentView::organization).collect(Collectors.toSet()));
        return found.stream()
                .map(document ->
                        new ShownDocument(Objects.requireNonNull(owners.get(document.organization())), document))
                .sorted(Comparator.comparing(document -> document.owner().name()))
                .toList();
    }

    /** Documents of one kind of several organisations, with the hospitals that were shown them. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<KindShown> ofKind(Collection<OrganizationId> owners, DocumentKind kind) {
        List<Document> found = documents.findOfKind(owners, kind);
        Map<DocumentId, Set<OrganizationId>> shown =
                grants
                        .findByDocumentInOrderById(
                                found.stream().map(Document::id).toList())
                        .stream()
                        .filter(grant -> grant.viewer().kind() == PartyKind.HOSPITAL)
                        .collect(Collectors.groupingBy(
                                DocumentGrant::document,
                                Collectors.mapping(
                                        grant -> new OrganizationId(
                                                grant.viewer().id()),
                                        Collectors.toSet())));
        return found.stream()
                .map(one -> new KindShown(one.organization(), one.content(), shown.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    /** What hospitals were shown of one kind of several organisations and see no longer. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<KindHidden> hiddenOfKind(Collection<OrganizationId> owners, DocumentKind kind) {
        return hidden.findByOwnerInAndKindOrderById(owners, kind).stream()
                .map(HiddenDocument::view)
                .toList();
    }

    /** Whoever reads a document of another organisation stands in its history. */
    private FileDownload read(List<ShownDocument> shown, DocumentId id) {
        DocumentView document = shown.stream()
                .map(ShownDocument::document)
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("document"));
        history.record(HistoryEntry.of("document.read", SUBJECT, id.value()).with("revision", document.revision()));
        return files.download(document.file().id());
    }

    private UUID keep(MultipartFile file, DocumentId id) {
        UUID kept = files.keep(file).id();
        OrganizationId organization = currentActor.get().organization();
        List<UUID> same = files.sameAs(kept);
        documents.findByOrganizationOrderByIdDesc(organization).stream()
                .filter(document ->
                        same.contains(document.file()) && !document.id().equals(id))
                .findFirst()
                .ifPresent(document -> {
                    throw new RuleBrokenException(
                            "documents.rule.twice", document.content().title());
                });
        return kept;
    }

    private void saveRevision(Document document) {
        revisions.save(
                new DocumentRevision(ids.next(), document, currentActor.get().user(), clock.instant()));
    }

    private Document own(DocumentId id) {
        return documents
                .findByIdAndOrganization(id, currentActor.get().organization())
                .orElseThrow(() -> new NotFoundException("document"));
    }

    private Set<Role> keepers(OrganizationId organization) {
        return organizations.facts(organization).face() == Face.HOSPITAL ? Set.of(Role.HOSPITAL_OFFICE) : Set.of();
    }

    private void record(String action, Document document) {
        history.record(HistoryEntry.of(action, SUBJECT, document.id().value())
                .with("revision", document.revision())
                .with("kind", document.content().kind()));
    }

    private void recordViewer(String action, Document document, Party viewer) {
        history.record(HistoryEntry.of(action, SUBJECT, document.id().value())
                .with("viewerKind", viewer.kind())
                .with("viewer", viewer.id()));
    }
}
