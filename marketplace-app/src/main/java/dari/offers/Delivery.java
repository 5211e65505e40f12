package dari.offers;

/** How a release reaches the startup: it stays at the hospital, is hosted for it, or is sent as files. */
public enum Delivery {
    IN_PLACE,
    HOSTED,
    FILE
}
