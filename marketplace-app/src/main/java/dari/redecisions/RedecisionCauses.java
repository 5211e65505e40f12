package dari.redecisions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.boards.BoardsChanged;
import dari.offers.OfferPublished;
import dari.projects.LiveProjects;
import dari.projects.ProjectEnded;
import dari.projects.ProjectId;
import dari.projects.ProjectMade;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What makes live projects be decided again: other terms, other boards, and time, in which the rules themselves change. */
@Component
class RedecisionCauses {

    private static final Logger log = LoggerFactory.getLogger(RedecisionCauses.class);
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final Redeciding redeciding;
    private final LiveProjects live;

    RedecisionCauses(Redeciding redeciding, LiveProjects live) {
        this.redeciding = redeciding;
        this.live = live;
    }

    @ApplicationModuleListener
    void on(ProjectMade event) {
        redeciding.decide(event.project());
    }

    @ApplicationModuleListener
    void on(OfferPublished event) {
        live.about(event.offer()).forEach(redeciding::decide);
    }

    @ApplicationModuleListener
    void on(BoardsChanged event) {
        live.of(event.hospital()).forEach(redeciding::decide);
    }

    @ApplicationModuleListener
    void on(ProjectEnded event) {
        redeciding.end(event.project());
    }

    /** Every live project; one that cannot be decided holds up none of the others. */
    void decideAll() {
        UUID last = FIRST;
        List<ProjectId> next = live.after(last, AT_ONCE);
        while (!next.isEmpty()) {
            for (ProjectId project : next) {
                try {
                    redeciding.decide(project);
                } catch (RuntimeException e) {
                    log.error("project {} could not be decided again", project.value(), e);
                }
            }
            last = next.get(next.size() - 1).value();
            next = live.after(last, AT_ONCE);
        }
    }

    /** Finds what came with a new version of the application, and whatever an event missed. */
    @Bean
    static RecurringTask<Void> decideProjectsAgain(RedecisionCauses causes) {
        return Tasks.recurring("decide-projects-again", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> causes.decideAll());
    }
}
