package dari.admin.panel;

/** What a hospital says to an application for one of its datasets. */
public enum HospitalOutcome {
    PENDING,
    APPROVED,
    DENIED,
    ABSTAINED,
    CANCELLED
}
