package dari.billing;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CardRefundTask {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    @Bean
    OneTimeTask<String> refundCardPayment(ObjectProvider<PaymentGateway> gateway, Billing billing) {
        return Tasks.oneTime(Billing.REFUND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> {
                    String[] eventAndPayment = instance.getData().split(" ", 2);
                    gateway.getObject().refund(eventAndPayment[1]);
                    billing.cardRefunded(eventAndPayment[0]);
                });
    }
}
