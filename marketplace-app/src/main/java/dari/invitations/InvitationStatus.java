package dari.invitations;

/** What became of a hospital's invitation. */
public enum InvitationStatus {
    OPEN,
    ACCEPTED,
    DECLINED,
    /** The hospital took it back, or the startup its need. */
    WITHDRAWN,
    EXPIRED
}
