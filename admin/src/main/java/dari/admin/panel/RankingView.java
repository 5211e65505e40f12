package dari.admin.panel;

import dari.admin.ApplicationView;
import dari.admin.CallRules;
import dari.admin.CallView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranked list of a call.
 *
 * @param lines those of the page that is shown
 * @param total how many lines there are
 * @param frozen whether it was put before the panel: nothing changes until the panel has spoken
 * @param published whether every place on it is public
 * @param missing applications whose reviews are not complete
 * @param ballot the panel's vote on it
 */
public record RankingView(
        CallView call,
        CallRules rules,
        List<Line> lines,
        int total,
        boolean frozen,
        boolean published,
        long missing,
        @Nullable BallotView ballot) {

    /**
     * @param mean null for a reader who has a conflict there: points, bonuses and standing stay hidden
     * @param cut whether the line of places, or that of the reserve, lies right below
     */
    public record Line(
            ApplicationView application,
            int place,
            @Nullable BigDecimal mean,
            List<GrantedBonus> bonuses,
            @Nullable BigDecimal total,
            @Nullable PlaceState standing,
            boolean tied,
            boolean cut,
            @Nullable LocalDate acceptBy,
            boolean movedUp,
            boolean hidden) {}

    public boolean anyTie() {
        return lines.stream().anyMatch(Line::tied);
    }

    public boolean anyReserve() {
        return published && lines.stream().anyMatch(line -> line.standing() == PlaceState.RESERVE);
    }
}
