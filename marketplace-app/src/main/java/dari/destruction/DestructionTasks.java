package dari.destruction;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DestructionTasks {

    @Bean
    RecurringTask<Void> removeEndedReleases(Destructions destructions) {
        return Tasks.recurring("remove-ended-releases", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((instance, context) -> destructions.work());
    }
}
