package dari.notifications;

/** When a kind of notice comes by e-mail; in place it stands always. */
public enum Delivery {
    AT_ONCE,
    DAILY,
    NEVER
}
