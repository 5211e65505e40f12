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
    RecurringTask<Void> expireSandboxes(SandboxAccess access) {
        return Tasks.recurring("expire-sandboxes", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> access.expire());
    }

    /** Well within the minute after which nobody may get in any more; who asks meanwhile is refused at the gate anyway. */
    @Bean
    RecurringTask<Void> closeLapsedSandboxes(SandboxAccess access) {
        return Tasks.recurring("close-lapsed-sandboxes", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((instance, context) -> access.closeLapsed());
    }
}
