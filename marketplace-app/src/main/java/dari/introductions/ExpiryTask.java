package dari.introductions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExpiryTask {

    @Bean
    RecurringTask<Void> expireIntroductions(Introductions introductions) {
        return Tasks.recurring("expire-introductions", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> introductions.expireUnanswered());
    }
}
