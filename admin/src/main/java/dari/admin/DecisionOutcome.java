package dari.admin;

/** What a program answers an application. */
public enum DecisionOutcome {
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    WAITLISTED,
    REJECTED;

    public boolean isApproval() {
        return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }

    ApplicationStatus status() {
        return ApplicationStatus.valueOf(name());
    }
}
