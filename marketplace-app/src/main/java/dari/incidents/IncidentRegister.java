package dari.incidents;

import dari.kernel.Anyone;
import dari.kernel.OrganizationId;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may know of incidents and near misses: what happened and what was learnt, never who. */
@Service
@Transactional(readOnly = true)
public class IncidentRegister {

    private final IncidentRepository incidents;
    private final Projects projects;

    IncidentRegister(IncidentRepository incidents, Projects projects) {
        this.incidents = incidents;
        this.projects = projects;
    }

    /** An incident and the project it is about, for pages that show the hospital of it and nothing else. */
    public record Entry(IncidentFacts facts, ProjectView project) {}

    /** Those that were published, the newest first, whose words hold all of these, in either language. */
    @Anyone
    public List<Entry> find(String words) {
        List<String> wanted = Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return entries(incidents.findByPublishedAtNotNullOrderByIdDesc()).stream()
                .filter(entry -> {
                    String text = text(entry);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** How many are being looked into of which nothing could be said yet. */
    @Anyone
    public long untold() {
        return incidents.countByPublishedAtNullAndKindNot(IncidentKind.NEAR_MISS);
    }

    @Anyone
    public List<Entry> of(OrganizationId hospital) {
        return entries(incidents.findByHospitalAndPublishedAtNotNullOrderByIdDesc(hospital));
    }

    @Anyone
    public List<IncidentFacts> of(ProjectId project) {
        return incidents.findByProjectAndPublishedAtNotNullOrderByIdDesc(project).stream()
                .map(Incident::facts)
                .toList();
    }

    private List<Entry> entries(List<Incident> found) {
        Map<ProjectId, ProjectView> of =
                projects.facts(found.stream().map(Incident::project).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new Entry(one.facts(), Objects.requireNonNull(of.get(one.project()))))
                .toList();
    }

    private static String text(Entry entry) {
        return String.join(
                        "\n",
                        entry.facts().number(),
                        String.valueOf(entry.facts().plainKo()),
                        String.valueOf(entry.facts().plainEn()),
                        String.valueOf(entry.facts().lesson()),
                        entry.project().hospital().name(),
                        entry.project().hospital().name(Locale.ENGLISH))
                .toLowerCase(Locale.ROOT);
    }
}
