package dari.pace;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A kind of step that somebody waits for, told by the acts of the history between which it lies. A new one is one more
 * line here and its name in the bundle.
 */
public enum Step {
    /** The office checks an organisation that registered, or handed in again. */
    VERIFICATION(
            Set.of("organization.registered", "verification.handedInAgain"),
            Set.of("verification.approved", "verification.refused", "verification.returned"),
            null,
            Holder.ORGANIZATION),
    /** A hospital answers an interest. */
    INTEREST_ANSWER("introduction.declared", Set.of("introduction.accepted", "introduction.declined")),
    /** A startup answers a hospital's invitation. */
    INVITATION_ANSWER("invitation.sent", Set.of("invitation.accepted", "invitation.declined")),
    /** The office looks at an application that came in: it returns it, or asks reviewers. */
    SCREENING("application.submitted", Set.of("application.returned", "review.invited")),
    /** A reviewer hands in what was asked for. */
    REVIEW(Set.of("review.invited"), Set.of("review.submitted"), "review", Holder.PERSON),
    /** The desk decides after the last review came in. */
    DECISION("review.submitted", Set.of("application.approved", "application.rejected")),
    /** A startup says yes or no to a hospital's quote. */
    QUOTE_ANSWER("quote.written", Set.of("quote.accepted", "quote.declined")),
    /** The other side answers a meeting that was proposed. */
    MEETING_ANSWER(
            Set.of("meeting.proposed"), Set.of("meeting.agreed", "meeting.declined"), "meeting", Holder.ORGANIZATION),
    /** A hospital says whether it gives its data for an application before the panel. */
    HOSPITAL_DECISION(
            Set.of("hospital.asked", "hospital.askedAgain"), Set.of("hospital.decided"), "offer", Holder.ORGANIZATION),
    /** A hospital's board decides on a project: here from the papers on, on paper from the project's beginning. */
    BOARD_APPROVAL(
            Set.of("project.made", "approval.submitted"),
            Set.of("project.approval", "approval.decided"),
            "board",
            Holder.ORGANIZATION),
    /** One side signs after the text was drawn up, or after the other side signed. */
    SIGNATURE("agreement.drafted", Set.of("agreement.signed")),
    /** The startup pays its share. */
    PAYMENT("invoice.written", Set.of("invoice.paid")),
    /** The hospital says how the data is to be prepared. */
    RECIPE("sandbox.requested", Set.of("sandbox.recipe")),
    /** Somebody of the hospital looks at a prepared release. */
    RELEASE_REVIEW("sandbox.released", Set.of("sandbox.approved", "sandbox.refused")),
    /** Two people of the hospital look at what a startup wants to take out. */
    EXPORT_REVIEW(
            Set.of("export.submitted"), Set.of("export.approved", "export.rejected"), "export", Holder.ORGANIZATION),
    /** Somebody answers what a citizen asked about a project. */
    QUESTION_ANSWER("question.asked", Set.of("question.answered", "question.declined")),
    /** The reason of a stop is given. */
    STOP_REASON("access.stopped", Set.of("access.explained")),
    /** An incident is led from the report to the lesson. */
    INCIDENT("incident.reported", Set.of("incident.closed"));

    /** Whose time it is: of the organisation or of the person that ended the step. */
    enum Holder {
        ORGANIZATION,
        PERSON
    }

    @SuppressWarnings("ImmutableEnumChecker") // each is made by Set.of
    private final Set<String> starts;

    @SuppressWarnings("ImmutableEnumChecker") // each is made by Set.of
    private final Set<String> ends;

    private final @Nullable String fact;
    private final Holder holder;

    Step(String start, Set<String> ends) {
        this(Set.of(start), ends, null, Holder.ORGANIZATION);
    }

    /** @param fact the fact that tells several such steps of one subject apart */
    Step(Set<String> starts, Set<String> ends, @Nullable String fact, Holder holder) {
        this.starts = starts;
        this.ends = ends;
        this.fact = fact;
        this.holder = holder;
    }

    boolean startsWith(String action) {
        // what ends a signature begins the other side's; a later review begins the decision anew
        return starts.contains(action) || (this == SIGNATURE && ends.contains(action));
    }

    boolean endsWith(String action) {
        return ends.contains(action);
    }

    @Nullable
    String fact() {
        return fact;
    }

    Holder holder() {
        return holder;
    }

    /** Message key of its name. */
    public String getMessageKey() {
        return "pace.step." + name();
    }

    /** Every act that begins or ends a step. */
    static Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        Arrays.stream(values()).forEach(step -> {
            actions.addAll(step.starts);
            actions.addAll(step.ends);
        });
        return actions;
    }
}
