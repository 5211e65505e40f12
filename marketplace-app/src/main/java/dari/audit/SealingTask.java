package dari.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingTask {

    private static final LocalTime AFTER_MIDNIGHT = LocalTime.of(0, 5);

    @Bean
    RecurringTask<Void> sealHistory(HistoryChain chain) {
        return Tasks.recurring("seal-history", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> chain.seal());
    }

    /** Soon after the day ends, so that a checkpoint covers whole days. */
    @Bean
    RecurringTask<Void> signHistory(HistoryCheckpoints checkpoints, ZoneId seoul) {
        return Tasks.recurring("sign-history", new Daily(seoul, AFTER_MIDNIGHT))
                .execute((instance, context) -> checkpoints.make());
    }
}
