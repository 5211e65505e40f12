package dari.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingTask {

    @Bean
    RecurringTask<Void> sealHistory(HistoryChain chain) {
        return Tasks.recurring("seal-history", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> chain.seal());
    }
}
