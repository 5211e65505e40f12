package dari.admin;

import java.util.List;
import java.util.UUID;

/** What documents and lists say of an application, as far as those need it who take it in and award it. */
public interface AwardChecks {

    /**
     * @param open what nobody decided
     * @param upheld what somebody found to stand in the way
     */
    record Count(int all, int open, int upheld) {

        public boolean stops() {
            return open + upheld > 0;
        }
    }

    /**
     * A document that the office will look for.
     *
     * @param kind code of the check, as in {@code checks.kind.<kind>}
     * @param state whether it is there, missing, without a last day or expired: {@code checks.state.<state>}
     */
    record Paper(String kind, String organization, String state) {

        public boolean fine() {
            return state.equals("THERE") || state.equals("CONFIRM");
        }
    }

    /** What the application's rules look for in the wallets of those who take part. */
    List<Paper> papers(UUID application);

    Count count(UUID application);

    /** The same, for a page of the office. */
    Count shown(UUID application);

    /** Everything that was found, for the snapshot of what is handed in; writes to the history that it was looked for. */
    List<?> atHandIn(UUID application);

    /** @throws ProgramRuleBrokenException when something stands in the way of an award */
    void require(UUID application);
}
