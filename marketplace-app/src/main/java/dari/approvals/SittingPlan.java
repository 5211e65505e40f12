package dari.approvals;

import dari.boards.BoardRoutes;
import dari.kernel.Ids;
import dari.kernel.Role;
import dari.organizations.Organizations;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds or makes the meeting at which a board looks at something. */
@Component
class SittingPlan {

    private final BoardSittingRepository sittings;
    private final BoardRoutes routes;
    private final Organizations organizations;
    private final RouteEffect effect;
    private final Ids ids;

    SittingPlan(
            BoardSittingRepository sittings,
            BoardRoutes routes,
            Organizations organizations,
            RouteEffect effect,
            Ids ids) {
        this.sittings = sittings;
        this.routes = routes;
        this.organizations = organizations;
        this.effect = effect;
        this.ids = ids;
    }

    /** The next meeting for which papers handed in today are in time; empty where the board decides without meeting. */
    Optional<UUID> next(BoardApproval approval) {
        return routes.meetingFor(approval.hospital(), approval.board(), effect.today())
                .map(day -> on(approval, day).id());
    }

    BoardSitting on(BoardApproval approval, LocalDate day) {
        return sittings.findByBoardAndDay(approval.board(), day)
                .orElseGet(() -> sittings.save(new BoardSitting(
                        ids.next(), approval.hospital(), approval.board(), day, usualQuorum(approval))));
    }

    /** As last time; more than half of the members the first time. */
    private int usualQuorum(BoardApproval approval) {
        return sittings.findFirstByBoardOrderByDayDesc(approval.board())
                .map(BoardSitting::quorum)
                .orElseGet(() -> {
                    long members = organizations.members(approval.hospital()).stream()
                            .filter(member -> member.roles().contains(Role.HOSPITAL_BOARD))
                            .count();
                    return Math.max(approval.tier().reviewers(), Math.toIntExact(members / 2 + 1));
                });
    }
}
