package dari.meetings;

/** How far two sides have come with a meeting. */
public enum MeetingStatus {
    PROPOSED,
    AGREED,
    /** None of the times suited the other side. */
    DECLINED,
    CANCELLED,
    /** The last of the times passed without an answer. */
    EXPIRED
}
