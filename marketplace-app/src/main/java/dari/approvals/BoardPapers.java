package dari.approvals;

import dari.boards.BoardView;
import dari.boards.Boards;
import dari.documents.AskedDocuments;
import dari.documents.DocumentId;
import dari.documents.DocumentView;
import dari.documents.Documents;
import dari.documents.Party;
import dari.documents.PartyKind;
import dari.documents.PlanLine;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.projects.ProjectView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a board asks for, out of the startup's wallet. */
@Component
class BoardPapers {

    private final Boards boards;
    private final AskedDocuments asked;
    private final Documents documents;

    BoardPapers(Boards boards, AskedDocuments asked, Documents documents) {
        this.boards = boards;
        this.asked = asked;
        this.documents = documents;
    }

    /**
     * Shows the hospital what its board asks for.
     *
     * @throws RuleBrokenException naming required papers that are missing or have run out
     */
    void handIn(ProjectView project, UUID board) {
        OrganizationId hospital = project.hospital().id();
        Set<UUID> papers = boards.of(hospital).stream()
                .filter(one -> one.id().equals(board))
                .map(BoardView::content)
                .flatMap(content -> content.papers().stream())
                .collect(Collectors.toSet());
        if (papers.isEmpty()) {
            return;
        }
        List<PlanLine> lines = asked.planForHospital(hospital.value()).lines().stream()
                .filter(line -> papers.contains(line.id()))
                .toList();
        Locale locale = LocaleContextHolder.getLocale();
        String missing = lines.stream()
                .filter(line -> line.asked().required())
                .filter(line -> line.state().equals("MISSING") || line.state().equals("EXPIRED"))
                .map(line -> line.asked().name(locale))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new RuleBrokenException("approvals.rule.papers", missing);
        }
        List<DocumentId> shown = lines.stream()
                .flatMap(line -> line.candidates().stream().filter(line::isProposed))
                .map(DocumentView::id)
                .toList();
        if (!shown.isEmpty()) {
            documents.grant(shown, new Party(PartyKind.HOSPITAL, hospital.value()));
        }
    }
}
