package dari.approvals;

import dari.documents.ShownDocument;
import dari.profiles.ShownProfile;
import dari.projects.ProjectView;
import dari.sandboxes.PredictedTier;
import dari.sandboxes.SandboxStatus;
import dari.sandboxes.SandboxView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a board member needs for a decision, on one page.
 *
 * @param meeting the day of the meeting; null without one
 * @param sandbox null where nothing is prepared in Dari
 * @param profile what the hospital signed of its data; null when it signed nothing
 * @param cast how many voted
 * @param votes what they said; empty for whoever has not voted yet and for whoever stays out
 * @param out code of why the reader does not vote; null for whoever may
 * @param voted the reader has voted
 */
public record LookView(
        ApprovalView approval,
        ProjectView project,
        PredictedTier tier,
        @Nullable LocalDate meeting,
        @Nullable SandboxView sandbox,
        @Nullable ShownProfile profile,
        List<RouteView.Paper> papers,
        List<ShownDocument> documents,
        int cast,
        List<ShownVote> votes,
        List<Recused> recused,
        @Nullable String out,
        boolean voted) {

    public record ShownVote(String name, VoteChoice choice, String reason, Instant at) {}

    public record Recused(String name, String reason) {}

    public boolean mayVote() {
        return approval.state().isBeforeBoard() && out == null && !voted;
    }

    /** The board's second look: a release waits for people. */
    public boolean secondLook() {
        return sandbox != null && sandbox.status() == SandboxStatus.IN_REVIEW;
    }
}
