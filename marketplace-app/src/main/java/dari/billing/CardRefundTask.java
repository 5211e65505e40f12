package dari.billing;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CardRefundTask {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

    @Bean
    OneTimeTask<String> refundCardPayment(ObjectProvider<PaymentGateway> gateway, CardMoney money) {
        return Tasks.oneTime(CardMoney.REFUND)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> {
                    String[] eventAndPayment = instance.getData().split(" ", 2);
                    try {
                        gateway.getObject().refund(eventAndPayment[1]);
                    } catch (RefundRefused e) {
                        money.strayRefused(eventAndPayment[0], e.code());
                        return;
                    }
                    money.strayReturned(eventAndPayment[0]);
                });
    }

    @Bean
    OneTimeTask<String> payBackByCard(ObjectProvider<PaymentGateway> gateway, Refunds refunds) {
        return Tasks.oneTime(Refunds.PAY_BACK)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .execute((instance, context) -> {
                    UUID refund = UUID.fromString(instance.getData());
                    refunds.payback(refund).ifPresent(asked -> {
                        try {
                            gateway.getObject().refund(asked.payment(), asked.won(), asked.key());
                        } catch (RefundRefused e) {
                            refunds.refusedByCard(refund, asked.key(), e.code());
                            return;
                        }
                        refunds.paidOnCard(refund, asked.key());
                    });
                });
    }
}
