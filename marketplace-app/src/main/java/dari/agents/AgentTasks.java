package dari.agents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgentTasks {

    @Bean
    RecurringTask<Void> forgetNonces(AgentGateway gateway) {
        return Tasks.recurring("forget-nonces", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> gateway.forgetOldNonces());
    }

    @Bean
    RecurringTask<Void> forgetUnfinishedUploads(AgentUploads uploads) {
        return Tasks.recurring("forget-unfinished-uploads", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> uploads.removeOver());
    }
}
