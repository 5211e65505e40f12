package dari.webhooks;

/** How far a delivery has come. */
public enum DeliveryState {
    WAITING,
    DELIVERED,
    GIVEN_UP
}
