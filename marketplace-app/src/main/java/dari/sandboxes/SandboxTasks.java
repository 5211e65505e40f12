package dari.sandboxes;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SandboxTasks {

    @Bean
    RecurringTask<Void> expireSandboxes(Sandboxes sandboxes) {
        return Tasks.recurring("expire-sandboxes", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> sandboxes.expire());
    }
}
