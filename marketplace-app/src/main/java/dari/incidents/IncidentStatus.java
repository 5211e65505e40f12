package dari.incidents;

/** How far an incident has been dealt with. */
public enum IncidentStatus {
    REPORTED,
    /** It goes no further. */
    CONTAINED,
    /** It is known how bad it is, and whether the authority must be told. */
    ASSESSED,
    NOTIFIED,
    CLOSED
}
