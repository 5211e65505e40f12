package dari.webhooks;

/** Whether an endpoint is told. */
public enum EndpointState {
    ACTIVE,
    /** Its organisation paused it. */
    PAUSED,
    /** It did not answer for so long that we stopped. */
    FAILED
}
