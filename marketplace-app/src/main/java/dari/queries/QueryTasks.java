package dari.queries;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class QueryTasks {

    @Bean
    RecurringTask<Void> endUnansweredQuestions(SandboxQueries queries) {
        return Tasks.recurring("end-unanswered-questions", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> queries.endUnanswered());
    }

    @Bean
    RecurringTask<Void> closeIdleQuerySessions(QuerySessions sessions) {
        return Tasks.recurring("close-idle-query-sessions", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> sessions.closeIdle());
    }
}
