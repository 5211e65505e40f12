package dari.pace;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CountingTask {

    @Bean
    RecurringTask<Void> countPaces(Paces paces) {
        return Tasks.recurring("count-paces", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> paces.count());
    }
}
