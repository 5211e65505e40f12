package dari.outcomes;

import dari.projects.ProjectView;
import dari.register.RegisterSection;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What came of a project, on its public page. */
@Component
class OutcomeInRegister implements RegisterSection {

    private final ReportedOutcomes outcomes;

    OutcomeInRegister(ReportedOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public Map<String, Object> of(ProjectView project) {
        return Map.of("results", outcomes.publishedOf(project.id()));
    }
}
