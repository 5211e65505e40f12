package dari.documents;

import dari.admin.Calls;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.ProgramAdministrator;
import dari.kernel.RuleBrokenException;
import dari.kernel.StartupMember;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that hospitals and calls ask for under their own names, held against a startup's wallet. */
@Service
@Transactional
public class AskedDocuments {

    private static final String DRAFT = "DRAFT";

    private final AskedDocumentRepository asked;
    private final Documents documents;
    private final Wallet wallet;
    private final Viewers viewers;
    private final Calls calls;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;

    AskedDocuments(
            AskedDocumentRepository asked,
            Documents documents,
            Wallet wallet,
            Viewers viewers,
            Calls calls,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids) {
        this.asked = asked;
        this.documents = documents;
        this.wallet = wallet;
        this.viewers = viewers;
        this.calls = calls;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public List<AskedView> ofMyHospital() {
        return list(myHospital());
    }

    @HospitalOffice
    public void addToMyHospital(AskedContent content) {
        add(myHospital(), content);
        tellOfChange();
    }

    @HospitalOffice
    public void removeFromMyHospital(UUID id) {
        remove(myHospital(), id);
        tellOfChange();
    }

    /** What any hospital asks for, under its own names. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<AskedView> ofHospital(OrganizationId hospital) {
        return list(new Party(PartyKind.HOSPITAL, hospital.value()));
    }

    @ProgramAdministrator
    @Transactional(readOnly = true)
    public List<AskedView> ofCall(UUID call) {
        calls.show(call);
        return list(new Party(PartyKind.CALL, call));
    }

    /**
     * @throws RuleBrokenException once the call is open: what it asks for is frozen then
     */
    @ProgramAdministrator
    public void addToCall(UUID call, AskedContent content) {
        refuseOpen(call);
        add(new Party(PartyKind.CALL, call), content);
    }

    /**
     * @throws RuleBrokenException once the call is open: what it asks for is frozen then
     */
    @ProgramAdministrator
    public void removeFromCall(UUID call, UUID id) {
        refuseOpen(call);
        remove(new Party(PartyKind.CALL, call), id);
    }

    /** Hospitals that ask for documents, those with which the startup has something under way first, and its calls. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<DocumentPlan> plans() {
        Set<OrganizationId> acquaintances =
                viewers.acquaintancesOf(currentActor.get().organization());
        Stream<Viewer> hospitals = asked.askers(PartyKind.HOSPITAL).stream()
                .filter(viewers::isHospital)
                .map(id -> viewers.viewer(new Party(PartyKind.HOSPITAL, id)));
        Map<Party, DocumentPlan> plans = new LinkedHashMap<>();
        Stream.concat(viewers.callsOfActor().stream(), hospitals)
                .map(viewer -> plan(viewer, acquaintances))
                .sorted(Comparator.comparing(DocumentPlan::acquainted)
                        .reversed()
                        .thenComparing(plan -> plan.party().nameKo()))
                .forEach(plan -> plans.put(plan.party().party(), plan));
        return List.copyOf(plans.values());
    }

    /** What a verified hospital asks for, and what the wallet has for it. */
    @StartupMember
    @Transactional(readOnly = true)
    public DocumentPlan planForHospital(UUID hospital) {
        if (!viewers.isHospital(hospital)) {
            throw new NotFoundException("hospital");
        }
        return plan(
                viewers.viewer(new Party(PartyKind.HOSPITAL, hospital)),
                viewers.acquaintancesOf(currentActor.get().organization()));
    }

    /** What a call asks for that the startup applied to. */
    @StartupMember
    @Transactional(readOnly = true)
    public DocumentPlan planForCall(UUID call) {
        return viewers.callsOfActor().stream()
                .filter(viewer -> viewer.party().id().equals(call))
                .findFirst()
                .map(viewer -> plan(viewer, Set.of()))
                .orElseThrow(() -> new NotFoundException("call"));
    }

    private DocumentPlan plan(Viewer viewer, Set<OrganizationId> acquaintances) {
        List<DocumentView> mine = wallet.mine();
        Set<DocumentId> granted = documents.grantedTo(viewer.party());
        boolean acquainted = viewer.party().kind() == PartyKind.CALL
                || acquaintances.contains(new OrganizationId(viewer.party().id()));
        return new DocumentPlan(
                viewer,
                acquainted,
                list(viewer.party()).stream()
                        .map(line -> new PlanLine(line.id(), line.content(), candidates(line.content(), mine), granted))
                        .toList());
    }

    /** Documents of the asked kind: those that hold first, the newest of them on top. Others are told by their title. */
    private static List<DocumentView> candidates(AskedContent wanted, List<DocumentView> mine) {
        return mine.stream()
                .filter(document -> document.content().kind() == wanted.kind())
                .filter(document -> wanted.kind() != DocumentKind.OTHER
                        || isCalled(document, wanted.nameKo())
                        || isCalled(document, wanted.nameEn()))
                .sorted(Comparator.comparing((DocumentView document) -> document.state() == DocumentState.EXPIRED)
                        .thenComparing(DocumentView::changedAt, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isCalled(DocumentView document, String name) {
        return plain(document.content().title()).equals(plain(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    private List<AskedView> list(Party asker) {
        return asked.findByAskerOrderById(asker).stream()
                .map(line -> new AskedView(line.id(), line.content()))
                .toList();
    }

    private void add(Party asker, AskedContent content) {
        UUID id = ids.next();
        asked.save(new AskedDocument(id, asker, content));
        record("askedDocument.added", asker, id);
    }

    private void remove(Party asker, UUID id) {
        AskedDocument found =
                asked.findByIdAndAsker(id, asker).orElseThrow(() -> new NotFoundException("asked document"));
        asked.delete(found);
        record("askedDocument.removed", asker, id);
    }

    private void refuseOpen(UUID call) {
        if (!calls.show(call).status().equals(DRAFT)) {
            throw new RuleBrokenException("documents.rule.callOpen");
        }
    }

    private void tellOfChange() {
        events.publishEvent(new AskedDocumentsChanged(currentActor.get().organization()));
    }

    private Party myHospital() {
        return new Party(PartyKind.HOSPITAL, currentActor.get().organization().value());
    }

    private void record(String action, Party asker, UUID id) {
        history.record(HistoryEntry.of(action, "askedDocument", id)
                .with("askerKind", asker.kind())
                .with("asker", asker.id()));
    }
}
