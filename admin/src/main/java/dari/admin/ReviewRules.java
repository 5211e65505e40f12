package dari.admin;

import java.util.List;
import java.util.UUID;

/** Who may review what, and how: kept by the room of the reviewers, asked by the desk. */
public interface ReviewRules {

    /** How the applications of a call are reviewed. */
    ReviewTerms terms(UUID call);

    /** Reviewers who are free of conflicts, there, and below their load; those with the least work and best fit first. */
    List<UUID> willing(UUID application);

    /** Whether the desk knows of a conflict of that reviewer that nobody had to declare. */
    boolean hasConflict(UUID application, UUID reviewer);

    /** Takes the next reserve of an application that is still free of conflicts, there, and below the load. */
    List<UUID> takeReserve(UUID application);

    /** Organisations among which a reviewer of a blind call says to whom they are bound. */
    List<UUID> declareAmong(UUID call);

    /**
     * Keeps what the present reviewer said about ties to the organisations of a call.
     *
     * @return whether they are bound to one of this application's sides
     */
    boolean declareTies(UUID call, UUID application, List<UUID> organizations);
}
