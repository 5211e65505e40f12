package dari.acceptance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AcceptanceTasks {

    @Bean
    RecurringTask<Void> acceptBySilence(Acceptances acceptances) {
        return Tasks.recurring("accept-by-silence", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> acceptances.lapse());
    }
}
