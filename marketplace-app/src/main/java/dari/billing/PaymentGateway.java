package dari.billing;

import dari.projects.ProjectId;

/** Takes card payments; the money counts only once the provider's signed word arrives. */
public interface PaymentGateway {

    /**
     * A payment to be made on the provider's page.
     *
     * @param won what is owed
     * @param idempotencyKey the same for the same attempt: asked twice, it is one payment
     * @param returnUrl where the payer comes back to after paying
     * @param cancelUrl where the payer comes back to without paying
     */
    record Checkout(
            ProjectId project,
            String description,
            long won,
            String idempotencyKey,
            String returnUrl,
            String cancelUrl,
            String language) {}

    /**
     * Opens the payment. A remote call: never inside a transaction.
     *
     * @return address of the provider's page
     */
    String begin(Checkout checkout);
}
