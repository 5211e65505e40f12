package dari.billing.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import dari.billing.PaymentGateway;
import dari.billing.RefundRefused;
import dari.kernel.Money;
import dari.kernel.RuleBrokenException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stripe Checkout. */
class StripeGateway implements PaymentGateway {

    private static final Logger log = LoggerFactory.getLogger(StripeGateway.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;
    private static final long PAGE = 100;

    /** What a refund is called that gave nothing back. */
    private static final Set<String> GONE = Set.of("failed", "canceled");

    private final StripeClient stripe;

    StripeGateway(StripeProperties properties) {
        this.stripe = StripeClient.builder()
                .setApiKey(properties.secretKey())
                .setApiBase(properties.apiBase())
                .setMaxNetworkRetries(2)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .build();
    }

    @Override
    public String begin(Checkout checkout) {
        String project = checkout.project().value().toString();
        SessionCreateParams.LineItem.PriceData price = SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency("krw")
                .setUnitAmount(checkout.won())
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName(checkout.description())
                        .build())
                .build();
        SessionCreateParams params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(project)
                .putMetadata("project", project)
                .setSuccessUrl(checkout.returnUrl())
                .setCancelUrl(checkout.cancelUrl())
                .putMetadata("attempt", Integer.toString(checkout.attempt()))
                .setLocale(SessionCreateParams.Locale.AUTO)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price)
                        .build())
                .build();
        RequestOptions options = RequestOptions.builder()
                .setIdempotencyKey("invoice-" + project + "-" + checkout.won() + "-" + checkout.attempt())
                .build();
        try {
            return stripe.v1().checkout().sessions().create(params, options).getUrl();
        } catch (StripeException e) {
            log.warn("Stripe did not open a checkout for project {}: {}", project, e.getCode());
            throw new RuleBrokenException("billing.rule.gateway");
        }
    }

    @Override
    public void refund(String payment) {
        refund(payment, RefundCreateParams.builder(), "refund-" + payment);
    }

    @Override
    public void refund(String payment, long won, String key) {
        refund(payment, RefundCreateParams.builder().setAmount(won), key);
    }

    /** Stripe forgets idempotency keys after a day, and a refund may be tried for longer: so it carries its key. */
    private void refund(String payment, RefundCreateParams.Builder refund, String key) {
        RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
        try {
            if (!isRefunded(payment, key)) {
                Refund made = stripe.v1()
                        .refunds()
                        .create(
                                refund.setPaymentIntent(payment)
                                        .putMetadata("refund", key)
                                        .build(),
                                options);
                if (made.getStatus() != null && GONE.contains(made.getStatus())) {
                    throw new RefundRefused(
                            made.getFailureReason() == null ? made.getStatus() : made.getFailureReason());
                }
            }
        } catch (StripeException e) {
            if (isFinal(e)) {
                throw new RefundRefused(e.getCode() == null ? "HTTP " + e.getStatusCode() : e.getCode());
            }
            throw new IllegalStateException("Stripe did not refund " + payment + ": " + e.getCode());
        }
    }

    /** What was asked for is refused as such; a rate limit is one of these types and goes by. */
    private static boolean isFinal(StripeException e) {
        return (e instanceof InvalidRequestException || e instanceof CardException)
                && !(e instanceof RateLimitException);
    }

    private boolean isRefunded(String payment, String key) throws StripeException {
        RefundListParams params = RefundListParams.builder()
                .setPaymentIntent(payment)
                .setLimit(PAGE)
                .build();
        for (Refund refund : stripe.v1().refunds().list(params).autoPagingIterable()) {
            Map<String, String> metadata = refund.getMetadata();
            if (metadata != null && key.equals(metadata.get("refund")) && !GONE.contains(refund.getStatus())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Taken> taken(Instant since) {
        ChargeListParams params = ChargeListParams.builder()
                .setCreated(ChargeListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .setLimit(PAGE)
                .build();
        try {
            List<Taken> taken = new ArrayList<>();
            for (Charge charge : stripe.v1().charges().list(params).autoPagingIterable()) {
                if (Boolean.TRUE.equals(charge.getPaid()) && charge.getPaymentIntent() != null) {
                    taken.add(new Taken(
                            charge.getPaymentIntent(),
                            new Money(
                                    charge.getAmountCaptured(),
                                    charge.getCurrency().toUpperCase(Locale.ROOT)),
                            charge.getAmountRefunded(),
                            Boolean.TRUE.equals(charge.getDisputed())));
                }
            }
            return taken;
        } catch (StripeException e) {
            throw new IllegalStateException("Stripe did not list its charges: " + e.getCode());
        } catch (RuntimeException e) { // what its client makes of any failure from the second page on
            throw new IllegalStateException("Stripe did not list all of its charges", e);
        }
    }
}
