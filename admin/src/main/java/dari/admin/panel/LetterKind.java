package dari.admin.panel;

import dari.admin.ApplicationStatus;
import java.util.Optional;

/** What a letter says. */
public enum LetterKind {
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    WAITLISTED,
    REJECTED;

    /** The letter that an application in that state should have; empty when none is due. */
    static Optional<LetterKind> of(ApplicationStatus status) {
        return switch (status) {
            case APPROVED -> Optional.of(APPROVED);
            case APPROVED_WITH_CONDITIONS -> Optional.of(APPROVED_WITH_CONDITIONS);
            case WAITLISTED -> Optional.of(WAITLISTED);
            case REJECTED -> Optional.of(REJECTED);
            default -> Optional.empty();
        };
    }
}
