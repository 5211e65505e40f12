package dari.billing;

import dari.kernel.Money;
import dari.projects.ProjectId;
import java.time.Instant;
import java.util.List;

/** Takes card payments; the money counts only once the provider's signed word arrives. */
public interface PaymentGateway {

    /**
     * A payment to be made on the provider's page. The same attempt always asks for the same, whoever asks and in
     * whatever language: asked twice, it is one page and one payment.
     *
     * @param description what the payer reads: the project's number
     * @param won what is owed
     * @param attempt counted up when a page expired or a payment failed
     * @param returnUrl where the payer comes back to after paying
     * @param cancelUrl where the payer comes back to without paying
     */
    record Checkout(ProjectId project, String description, long won, int attempt, String returnUrl, String cancelUrl) {}

    /**
     * Opens the payment. A remote call: never inside a transaction.
     *
     * @return address of the provider's page
     * @throws dari.kernel.RuleBrokenException when the provider cannot be reached or refuses
     */
    String begin(Checkout checkout);

    /**
     * Gives a whole payment back. A remote call; repeated for one payment it gives the money back once.
     *
     * @param payment the provider's identity of the payment
     * @throws RefundRefused when asking again is of no use
     */
    void refund(String payment);

    /**
     * Gives a part of a payment back. A remote call; repeated with one key it gives the money back once.
     *
     * @param key ours, of this refund
     * @throws RefundRefused when asking again is of no use
     */
    void refund(String payment, long won, String key);

    /**
     * Money that the provider took.
     *
     * @param payment the provider's identity of it
     * @param refunded how much of it has gone back
     * @param disputed whether its payer disputes it, or did
     */
    record Taken(String payment, Money amount, long refunded, boolean disputed) {}

    /** What the provider took since then, for those who compare. A remote call. */
    List<Taken> taken(Instant since);
}
