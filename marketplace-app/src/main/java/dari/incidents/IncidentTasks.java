package dari.incidents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IncidentTasks {

    @Bean
    RecurringTask<Void> remindOfIncidents(Stops stops, Incidents incidents) {
        return Tasks.recurring("remind-of-incidents", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    stops.remind();
                    incidents.remind();
                });
    }
}
