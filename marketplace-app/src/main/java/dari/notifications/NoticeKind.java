package dari.notifications;

import java.util.List;
import java.util.Map;

/** What notices are about, for a person who chooses which of them come by e-mail and when. */
public enum NoticeKind {
    /** Sign-in, passkeys, access to the account: always at once. */
    SECURITY(true),
    /** What ends, is late or was stopped: always at once. */
    DEADLINES(true),
    TALKS(false),
    PROGRAM(false),
    PROJECTS(false),
    DOCUMENTS(false),
    TEAM(false),
    OTHER(false);

    private static final Map<String, NoticeKind> BY_FEATURE = Map.ofEntries(
            Map.entry("accounts", SECURITY),
            Map.entry("secondfactor", SECURITY),
            Map.entry("passkeys", SECURITY),
            Map.entry("agents", SECURITY),
            Map.entry("privacyledger", SECURITY),
            Map.entry("incidents", DEADLINES),
            Map.entry("introductions", TALKS),
            Map.entry("invitations", TALKS),
            Map.entry("handovers", TALKS),
            Map.entry("meetings", TALKS),
            Map.entry("savedsearches", TALKS),
            Map.entry("feasibility", TALKS),
            Map.entry("questions", TALKS),
            Map.entry("admin", PROGRAM),
            Map.entry("auditors", PROGRAM),
            Map.entry("calls", PROGRAM),
            Map.entry("forms", PROGRAM),
            Map.entry("checks", PROGRAM),
            Map.entry("reviewers", PROGRAM),
            Map.entry("panel", PROGRAM),
            Map.entry("cohorts", PROGRAM),
            Map.entry("milestones", PROGRAM),
            Map.entry("hospitaldecisions", PROGRAM),
            Map.entry("agreements", PROJECTS),
            Map.entry("approvals", PROJECTS),
            Map.entry("boards", PROJECTS),
            Map.entry("duties", PROJECTS),
            Map.entry("outcomes", PROJECTS),
            Map.entry("billing", PROJECTS),
            Map.entry("quotes", PROJECTS),
            Map.entry("profiles", PROJECTS),
            Map.entry("projects", PROJECTS),
            Map.entry("sandboxes", PROJECTS),
            Map.entry("acceptance", PROJECTS),
            Map.entry("destruction", PROJECTS),
            Map.entry("exports", PROJECTS),
            Map.entry("queries", PROJECTS),
            Map.entry("pooling", PROJECTS),
            Map.entry("renewals", PROJECTS),
            Map.entry("redecisions", PROJECTS),
            Map.entry("documents", DOCUMENTS),
            Map.entry("organizations", TEAM));

    /** Words in a message's key that say: time is running out, or has. */
    private static final List<String> URGENT =
            List.of("ending", "ended", "expir", "lapsed", "suspended", "deadline", "due", "late", "remind");

    private final boolean alwaysAtOnce;

    NoticeKind(boolean alwaysAtOnce) {
        this.alwaysAtOnce = alwaysAtOnce;
    }

    /** The kind of a message, by the feature it comes from and what its key says. */
    public static NoticeKind of(String messageKey) {
        String name = messageKey.substring(messageKey.lastIndexOf('.') + 1);
        if (URGENT.stream().anyMatch(name::startsWith)) {
            return DEADLINES;
        }
        int end = messageKey.indexOf('.');
        return BY_FEATURE.getOrDefault(end < 0 ? messageKey : messageKey.substring(0, end), OTHER);
    }

    /** Whether nobody may put its letters off. */
    public boolean isAlwaysAtOnce() {
        return alwaysAtOnce;
    }
}
