package dari.api.door;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SweepTask {

    @Bean
    RecurringTask<Void> forgetApiAnswers(IdempotencyStore answers) {
        return Tasks.recurring("forget-api-answers", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> answers.sweep());
    }
}
