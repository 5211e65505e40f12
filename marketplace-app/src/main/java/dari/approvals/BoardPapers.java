package dari.approvals;

import dari.boardforms.BoardForms;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a board asks for, out of the startup's wallet, and its form. */
@Component
class BoardPapers {

    private final Boards boards;
    private final AskedDocuments asked;
    private final Documents documents;
    private final BoardForms forms;

    BoardPapers(Boards boards, AskedDocuments asked, Documents documents, BoardForms forms) {
        this.boards = boards;
        this.asked = asked;
        this.documents = documents;
        this.forms = forms;
    }

    /**
     * Shows the hospital what its board asks for.
     *
     * @throws RuleBrokenException naming required papers that are missing or have run out, or when its form is not complete
     */
    void handIn(ProjectView project, UUID approval, UUID board) {
        sheet(project.hospital().id(), approval, board);
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

    /** The answers to the board's form, with the documents that they name as they are called now. */
    private void sheet(OrganizationId hospital, UUID approval, UUID board) {
        Map<String, String> named = forms.documents(approval, board);
        Map<String, DocumentView> wallet = named.isEmpty()
                ? Map.of()
                : documents.mine().stream()
                        .collect(Collectors.toMap(one -> one.id().value().toString(), Function.identity()));
        if (!wallet.keySet().containsAll(named.values())) {
            throw new RuleBrokenException("boardforms.rule.document");
        }
        Map<String, DocumentView> chosen = named.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> Objects.requireNonNull(wallet.get(answer.getValue()))));
        Map<String, String> titles = chosen.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().content().title()));
        forms.handIn(approval, board, titles);
        if (!chosen.isEmpty()) {
            documents.grant(
                    chosen.values().stream().map(DocumentView::id).toList(),
                    new Party(PartyKind.HOSPITAL, hospital.value()));
        }
    }
}
