package dari.billing;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.Role;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.Projects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What the card provider will not pay back: the history keeps it, and finance learns that it has to find another way. */
@Component
class RefusedRefunds {

    private final Projects projects;
    private final Organizations organizations;
    private final History history;

    RefusedRefunds(Projects projects, Organizations organizations, History history) {
        this.projects = projects;
        this.organizations = organizations;
        this.history = history;
    }

    /** @param facts adds to the history's line what is known of the refusal */
    void note(ProjectId project, UnaryOperator<HistoryEntry> facts) {
        history.recordBySystem(
                "card-payments", facts.apply(HistoryEntry.of("invoice.refundRefused", "project", project.value())));
        organizations.tell(
                Role.PROGRAM_FINANCE.face(),
                Role.PROGRAM_FINANCE,
                Notice.of(
                        "billing.notice.refundRefused",
                        "/program/payments",
                        projects.facts(project).number()));
    }
}
