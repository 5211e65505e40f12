package dari.webhooks;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebhookTasks {

    /** As often as the history is sealed. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final Duration AFTER_A_BUG = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> tellWebhooks(WebhookEvents events) {
        return Tasks.recurring("tell-webhooks", FixedDelay.of(EVERY)).execute((instance, context) -> events.tell());
    }

    @Bean
    RecurringTask<Void> forgetWebhookDeliveries(WebhookSender sender) {
        return Tasks.recurring("forget-webhook-deliveries", FixedDelay.of(Duration.ofHours(6)))
                .execute((instance, context) -> sender.sweep());
    }

    @Bean
    CustomTask<String> sendWebhook(WebhookSender sender) {
        return Tasks.custom(WebhookOutbox.SEND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AFTER_A_BUG))
                .execute((instance, context) -> sender.attempt(UUID.fromString(instance.getData()))
                        .<CompletionHandler<String>>map(next ->
                                (ExecutionComplete done, ExecutionOperations<String> run) -> run.reschedule(done, next))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }
}
