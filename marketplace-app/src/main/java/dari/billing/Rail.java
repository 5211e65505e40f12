package dari.billing;

/** The way money comes, and goes back. */
public enum Rail {
    TRANSFER,
    CARD
}
