package dari.approvals;

import dari.boardforms.AnswerSheet;
import dari.boards.BoardKind;
import dari.kernel.UserId;
import dari.projects.ProjectView;
import dari.sandboxes.PredictedTier;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting of a board, with its agenda. */
public record SittingView(
        UUID id,
        UUID board,
        String boardKo,
        String boardEn,
        @Nullable BoardKind kind,
        LocalDate day,
        SittingStatus status,
        int quorum,
        Set<UserId> present,
        @Nullable String minutes,
        List<Item> agenda,
        List<Person> members) {

    /**
     * One matter.
     *
     * @param deciding how many of those present may decide it
     * @param cast how many voted
     * @param sheet the board's form as it was handed in; null where it asks for none
     * @param tally how often each choice was given, once it is decided; empty before
     */
    public record Item(
            ApprovalView approval,
            ProjectView project,
            PredictedTier tier,
            int deciding,
            int cast,
            List<Count> tally,
            List<LookView.Recused> recused,
            List<RouteView.Paper> papers,
            @Nullable AnswerSheet sheet) {}

    public record Count(VoteChoice choice, long votes) {}

    public record Person(UserId user, String name, boolean present) {}

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !boardEn.isBlank() ? boardEn : boardKo;
    }

    public boolean hasQuorum() {
        return present.size() >= quorum;
    }
}
