package dari.admin.panel;

/** Where an application stands in its call. */
public enum PlaceState {
    /** Approved; the applicant has until a day to accept. */
    OFFERED,
    ACCEPTED,
    /** Approved in a call where nobody has to accept. */
    HELD,
    RESERVE,
    BELOW,
    /** Not accepted in time. */
    LAPSED,
    DECLINED
}
