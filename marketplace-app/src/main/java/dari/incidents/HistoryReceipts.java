package dari.incidents;

import dari.audit.History;
import dari.audit.HistoryLine;
import dari.projects.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the history of a project says about who received what. */
@Component
class HistoryReceipts implements ReceiptSource {

    /** So much of a file's hash tells it apart from a project's other files. */
    private static final int SHOWN = 12;

    /** @param fact in which the act says what it was; null when it is always the same */
    private record Act(ReceiptKind kind, @Nullable String fact) {}

    private static final Map<String, Act> ACTS = Map.of(
            "sandbox.opened", new Act(ReceiptKind.LOOK, null),
            "sandbox.downloaded", new Act(ReceiptKind.FILE, "file"),
            "sandbox.answerTaken", new Act(ReceiptKind.ANSWER, null),
            "export.fetched", new Act(ReceiptKind.EXPORT, "sha256"));

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

    private static Stream<Receipt> receipt(HistoryLine line) {
        Act act = ACTS.get(line.action());
        if (act == null || line.actor() == null || line.organization() == null) {
            return Stream.empty();
        }
        String what = act.fact() == null ? "" : line.facts().getOrDefault(act.fact(), "");
        String shown = act.kind() == ReceiptKind.EXPORT ? what.substring(0, Math.min(SHOWN, what.length())) : what;
        return Stream.of(new Receipt(line.actor(), line.organization(), act.kind(), shown, line.at()));
    }
}
