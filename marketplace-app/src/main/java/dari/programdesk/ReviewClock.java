package dari.programdesk;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.admin.ReviewTiming;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReviewClock {

    @Bean
    RecurringTask<Void> remindReviewers(ReviewTiming timing) {
        return Tasks.recurring("remind-reviewers", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> timing.remindAndReplace());
    }
}
