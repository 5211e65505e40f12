package dari.savedsearches;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AlertTask {

    @Bean
    RecurringTask<Void> tellSavedSearches(SearchAlerts alerts, Clock clock) {
        return Tasks.recurring("tell-saved-searches", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> alerts.tell(clock.instant()));
    }
}
