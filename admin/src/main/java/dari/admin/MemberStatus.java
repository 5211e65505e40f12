package dari.admin;

/** Whether an organisation takes part in an application. */
public enum MemberStatus {
    INVITED,
    CONFIRMED,
    DECLINED,
    LEFT,
    REMOVED;

    boolean isIn() {
        return this == INVITED || this == CONFIRMED;
    }

    boolean canBecome(MemberStatus next) {
        return switch (this) {
            case INVITED -> next == CONFIRMED || next == DECLINED || next == REMOVED;
            case CONFIRMED -> next == LEFT || next == REMOVED;
            case DECLINED, LEFT, REMOVED -> false;
        };
    }
}
