package dari.agreements;

import dari.projects.ProjectId;
import dari.projects.ProjectSection;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class AgreementSection implements ProjectSection {

    private final Agreements agreements;

    AgreementSection(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public Map<String, Object> of(ProjectId project) {
        return agreements
                .of(project)
                .<Map<String, Object>>map(view -> Map.of("agreement", view))
                .orElse(Map.of());
    }
}
