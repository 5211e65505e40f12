package dari.approvals;

import dari.documents.DocumentContent;
import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.KindShown;
import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The training record that a startup showed the hospital has not run out. Whether one is asked for at all is the board's
 * matter, when papers are handed in.
 */
@Component
class TrainingCondition implements AccessCondition {

    private final Documents documents;

    TrainingCondition(Documents documents) {
        this.documents = documents;
    }

    @Override
    public ConditionState check(ProjectView project, LocalDate today) {
        return Objects.requireNonNull(check(List.of(project), today).get(project.id()));
    }

    @Override
    public Map<ProjectId, ConditionState> check(List<ProjectView> projects, LocalDate today) {
        List<KindShown> records = documents.ofKind(
                projects.stream().map(project -> project.startup().id()).collect(Collectors.toSet()),
                DocumentKind.TRAINING_CERTIFICATE);
        return projects.stream()
                .collect(Collectors.toMap(
                        ProjectView::id,
                        project -> state(
                                records.stream()
                                        .filter(one -> one.owner()
                                                .equals(project.startup().id()))
                                        .filter(one -> one.hospitals()
                                                .contains(project.hospital().id()))
                                        .map(KindShown::content)
                                        .toList(),
                                today)));
    }

    private static ConditionState state(List<DocumentContent> records, LocalDate today) {
        boolean holds = records.isEmpty() || records.stream().anyMatch(one -> !one.isExpired(today));
        boolean endless = records.stream().anyMatch(one -> one.expiresOn() == null);
        LocalDate until = records.stream()
                .map(DocumentContent::expiresOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new ConditionState("training", holds, "startup", endless ? null : until);
    }

    @Override
    public int order() {
        return 15;
    }
}
