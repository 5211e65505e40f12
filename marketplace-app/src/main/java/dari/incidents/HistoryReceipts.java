package dari.incidents;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.projects.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the history of a project says about who received what. */
@Component
class HistoryReceipts implements ReceiptSource {

    private static final Map<String, ReceiptKind> ACTS = Map.of(
            "sandbox.opened", ReceiptKind.LOOK,
            "sandbox.downloaded", ReceiptKind.FILE,
            "sandbox.answerTaken", ReceiptKind.ANSWER);

    private final History history;

    HistoryReceipts(History history) {
        this.history = history;
    }

    @Override
    public List<Receipt> of(ProjectId project) {
        return history.of(List.of(project.value())).stream()
                .flatMap(HistoryReceipts::receipt)
                .toList();
    }

    private static Stream<Receipt> receipt(HistoryLine act) {
        ReceiptKind kind = ACTS.get(act.action());
        if (kind == null || act.actor() == null || act.organization() == null) {
            return Stream.empty();
        }
        return Stream.of(new Receipt(act.actor(), act.organization(), kind, what(kind, act), act.at()));
    }

    private static String what(ReceiptKind kind, HistoryLine act) {
        return kind == ReceiptKind.FILE
                ? act.facts().getOrDefault("table", "?") + "." + act.facts().getOrDefault("format", "csv")
                : "";
    }
}
