package dari.renewals;

/** How far a request for more days is. */
public enum RenewalState {
    ASKED,
    GRANTED,
    REFUSED,
    WITHDRAWN
}
