package dari.agreements;

import dari.agreements.AgreementText.Line;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.documents.FileDownload;
import dari.documents.FileFacts;
import dari.documents.FileType;
import dari.documents.KeptFiles;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** What two sides say of an agreement before anybody signs: other wordings, names, a file of their own; and its paper. */
@Service
@Transactional
public class AgreementTalks {

    private final AgreementRepository agreements;
    private final AgreementChangeRepository changes;
    private final Clauses clauses;
    private final AgreementPaper paper;
    private final KeptFiles files;
    private final Projects projects;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;

    AgreementTalks(
            AgreementRepository agreements,
            AgreementChangeRepository changes,
            Clauses clauses,
            AgreementPaper paper,
            KeptFiles files,
            Projects projects,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock) {
        this.agreements = agreements;
        this.changes = changes;
        this.clauses = clauses;
        this.paper = paper;
        this.files = files;
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was asked to change in the newest revision, in the order in which it was asked. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<ChangeView> changes(ProjectId project) {
        projects.show(project);
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .findFirst()
                .map(newest -> changes.findByAgreementOrderById(newest.id()).stream()
                        .map(AgreementChange::view)
                        .toList())
                .orElse(List.of());
    }

    /**
     * Asks for another wording of one clause.
     *
     * @param line from 0
     */
    @SignedIn
    public void ask(ProjectId project, int line, String korean, String english, String reason) {
        Agreement agreement = newest(project);
        requireSpeaker();
        ContentCheck.message(korean);
        ContentCheck.message(english);
        ContentCheck.message(reason);
        agreement.changesRequested();
        List<Line> lines = text(agreement).lines();
        if (line < 0 || line >= lines.size()) {
            throw new RuleBrokenException("agreements.rule.noClause");
        }
        Line after = Line.typed(korean, english);
        if (after.equals(lines.get(line))) {
            throw new RuleBrokenException("agreements.rule.same");
        }
        changes.save(new AgreementChange(
                ids.next(), agreement, line, lines.get(line), after, reason, mine(), clock.instant()));
        record("agreement.changeAsked", project, reason);
        tellOthers(agreement, "agreements.notice.asked");
    }

    /** The other side answers. An accepted wording stands in the text from now on. */
    @SignedIn
    public void answer(ProjectId project, UUID change, boolean accepted, String reason) {
        Agreement agreement = newest(project);
        AgreementChange asked = changes.findById(change)
                .filter(found -> found.agreement().equals(agreement.id()))
                .orElseThrow(() -> new NotFoundException("change"));
        requireSpeaker();
        ContentCheck.message(reason);
        if (asked.askedBy().equals(mine())) {
            throw new RuleBrokenException("agreements.rule.otherSide");
        }
        asked.answer(accepted, reason, clock.instant());
        if (accepted) {
            AgreementText text = text(agreement);
            if (!text.lines().get(asked.line()).equals(asked.before())) {
                throw new RuleBrokenException("agreements.rule.otherWording");
            }
            agreement.write(text.with(asked.line(), asked.after()));
        }
        boolean open = changes.findByAgreementOrderById(agreement.id()).stream()
                .anyMatch(one -> one.state() == ChangeState.OPEN);
        if (!open) {
            agreement.allAnswered();
        }
        record(accepted ? "agreement.changeAccepted" : "agreement.changeRejected", project, reason);
        tellOthers(agreement, "agreements.notice.answered");
    }

    /** Who controls the data, who is the contracting party, who is paid: they may differ from the hospital. */
    @HospitalMember
    public void name(ProjectId id, String controller, String contracting, String payee) {
        Agreement agreement = newest(id);
        requireSpeaker();
        List.of(controller, contracting, payee).forEach(ContentCheck::message);
        ProjectView project = projects.facts(id);
        agreement.write(clauses.name(
                text(agreement),
                project,
                agreement.validUntil(),
                new Clauses.Behind(controller.strip(), contracting.strip(), payee.strip())));
        record("agreement.named", id, null);
    }

    /** A PDF stands for the text from now on, by its hash. */
    @SignedIn
    public void seal(ProjectId project, MultipartFile sent) {
        Agreement agreement = newest(project);
        requireSpeaker();
        FileFacts kept = files.keep(sent);
        if (kept.type() != FileType.PDF) {
            throw new RuleBrokenException("agreements.rule.pdf");
        }
        try {
            agreement.seal(kept.id(), AgreementText.sha256().digest(sent.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        agreement.allAnswered();
        history.record(
                HistoryEntry.of("agreement.sealed", "project", project.value()).with("sha256", agreement.hash()));
        tellOthers(agreement, "agreements.notice.sealed");
    }

    /** The sealed file of a revision that the actor may see. */
    @SignedIn
    @Transactional(readOnly = true)
    public FileDownload sealed(ProjectId project) {
        projects.show(project);
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .findFirst()
                .map(Agreement::sealedFile)
                .map(files::download)
                .orElseThrow(() -> new NotFoundException("sealed agreement"));
    }

    /** The newest revision as a PDF. */
    @SignedIn
    @Transactional(readOnly = true)
    public byte[] paper(ProjectId id, Locale locale) {
        ProjectView project = projects.show(id);
        return agreements.findByProjectOrderByRevisionDesc(id).stream()
                .findFirst()
                .map(newest -> paper.of(newest.view(), project, locale))
                .orElseThrow(() -> new NotFoundException("agreement"));
    }

    private static AgreementText text(Agreement agreement) {
        return AgreementText.of(agreement.clauses(), agreement.textKo(), agreement.textEn());
    }

    private void requireSpeaker() {
        Actor actor = currentActor.get();
        if (!Agreements.speaks(actor)) {
            throw new AccessDeniedException("who binds a side speaks for it");
        }
    }

    private OrganizationId mine() {
        return currentActor.get().organization();
    }

    private Agreement newest(ProjectId project) {
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .findFirst()
                .filter(found -> found.isOf(currentActor.get()))
                .orElseThrow(() -> new NotFoundException("agreement"));
    }

    private void record(String action, ProjectId project, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "project", project.value()).because(reason));
    }

    private void tellOthers(Agreement agreement, String key) {
        Notice notice = Notice.of(
                key,
                "/agreements/" + agreement.project().value(),
                organizations.facts(mine()).inNotices());
        agreement.sides().stream()
                .filter(side -> !side.equals(mine()))
                .forEach(side -> organizations.tell(side, Set.of(), notice));
    }
}
