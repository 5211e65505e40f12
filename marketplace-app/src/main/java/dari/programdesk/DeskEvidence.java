package dari.programdesk;

import dari.admin.figures.CsvLine;
import dari.admin.figures.EvidenceSource;
import dari.admin.figures.FigureFacts;
import dari.audit.History;
import dari.audit.HistoryLine;
import dari.kernel.UserId;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the application adds to an audit's evidence: money, and everything the history says about the call. */
@Component
@Order(90)
class DeskEvidence implements EvidenceSource {

    private static final int BATCH = 200;

    private final FigureFacts facts;
    private final Projects projects;
    private final History history;
    private final JsonMapper json;

    DeskEvidence(FigureFacts facts, Projects projects, History history, JsonMapper json) {
        this.facts = facts;
        this.projects = projects;
        this.history = history;
        this.json = json;
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        folder.text("money/money.csv", "figures.evidence.money", out -> {
            CsvLine.write(out, "application", "price_won", "voucher_won", "own_won", "own_paid");
            for (List<UUID> batch : batches(scope.applications())) {
                for (FigureFacts.Money money : facts.money(batch)) {
                    CsvLine.write(out, money.application(), money.price(), money.voucher(), money.own(), money.paid());
                }
            }
        });
        folder.text("history/history.csv", "figures.evidence.history", out -> {
            CsvLine.write(
                    out,
                    "position",
                    "at",
                    "action",
                    "kind",
                    "subject",
                    "person",
                    "organization",
                    "system",
                    "facts",
                    "note");
            for (List<UUID> subjects : batches(subjects(scope))) {
                for (HistoryLine line : history.of(subjects)) {
                    UserId actor = line.actor();
                    CsvLine.write(
                            out,
                            line.position(),
                            line.at(),
                            line.action(),
                            line.subjectKind(),
                            line.subject(),
                            actor == null ? null : actor.value(),
                            line.organization() == null
                                    ? null
                                    : line.organization().value(),
                            line.systemActor(),
                            json.writeValueAsString(line.facts()),
                            line.note());
                }
            }
        });
    }

    private List<UUID> subjects(Scope scope) {
        List<UUID> subjects = new ArrayList<>();
        subjects.add(scope.call());
        subjects.addAll(scope.others());
        subjects.addAll(scope.applications());
        for (List<UUID> batch : batches(scope.applications())) {
            subjects.addAll(projects.ofApplications(batch).keySet().stream()
                    .map(ProjectId::value)
                    .toList());
        }
        return subjects;
    }

    private static List<List<UUID>> batches(List<UUID> all) {
        List<List<UUID>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }
}
