package dari.approvals;

import dari.documents.DocumentKind;
import dari.documents.Documents;
import dari.documents.KindHidden;
import dari.documents.KindShown;
import dari.kernel.OrganizationId;
import dari.projects.AccessCondition;
import dari.projects.ConditionState;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The training record that a startup showed the hospital has not run out. One that was taken out of the hospital's sight
 * during the project counts as it stood: hiding it ends nothing. Whether one is asked for at all is the board's matter,
 * when papers are handed in.
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
        Set<OrganizationId> startups =
                projects.stream().map(project -> project.startup().id()).collect(Collectors.toSet());
        List<KindShown> shown = documents.ofKind(startups, DocumentKind.TRAINING_CERTIFICATE);
        List<KindHidden> hidden = documents.hiddenOfKind(startups, DocumentKind.TRAINING_CERTIFICATE);
        return projects.stream()
                .collect(Collectors.toMap(ProjectView::id, project -> state(lastDays(project, shown, hidden), today)));
    }

    /** The last days of the records that count for a project; empty for one without an end. */
    private static List<Optional<LocalDate>> lastDays(
            ProjectView project, List<KindShown> shown, List<KindHidden> hidden) {
        OrganizationId startup = project.startup().id();
        OrganizationId hospital = project.hospital().id();
        return Stream.concat(
                        shown.stream()
                                .filter(one -> one.owner().equals(startup))
                                .filter(one -> one.hospitals().contains(hospital))
                                .map(one -> Optional.ofNullable(one.content().expiresOn())),
                        hidden.stream()
                                .filter(one -> one.owner().equals(startup))
                                .filter(one -> one.hospital().equals(hospital))
                                .filter(one -> !one.hiddenAt().isBefore(project.createdAt()))
                                .map(one -> Optional.ofNullable(one.expiresOn())))
                .toList();
    }

    private static ConditionState state(List<Optional<LocalDate>> lastDays, LocalDate today) {
        boolean endless = lastDays.stream().anyMatch(Optional::isEmpty);
        Optional<LocalDate> until = lastDays.stream().flatMap(Optional::stream).max(LocalDate::compareTo);
        boolean holds = lastDays.isEmpty()
                || endless
                || until.filter(last -> !today.isAfter(last)).isPresent();
        return new ConditionState("training", holds, "startup", endless ? null : until.orElse(null));
    }

    @Override
    public int order() {
        return 15;
    }
}
