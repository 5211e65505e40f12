package dari.billing;

/**
 * What a startup is about to pay by card.
 *
 * @param won amount owed
 * @param attempt counted up when a payment page expired or a payment failed
 */
public record CardPayment(long won, int attempt) {}
