package dari.admin.panel;

import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.admin.DecisionOutcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vote of a panel, as its reader may see it.
 *
 * @param row the application; null for a ranked list, and for whoever is recused
 * @param recused whether the reader is: then nothing but that is shown
 * @param own what the reader voted
 * @param mayVote whether the reader can vote now
 * @param maySettle whether the reader, as the chair, can settle the list of conditions
 * @param mayClose whether everybody has voted or the last day is over
 */
public record BallotView(
        UUID id,
        BallotKind kind,
        BallotStatus status,
        CallView call,
        @Nullable BoardRow row,
        PanelTerms terms,
        LocalDate since,
        LocalDate due,
        LocalDate today,
        @Nullable DecisionOutcome outcome,
        List<String> conditions,
        @Nullable String minutes,
        List<Seat> seats,
        boolean recused,
        @Nullable CastVote own,
        boolean mayVote,
        boolean maySettle,
        boolean mayClose) {

    public long voted() {
        return seats.stream().filter(Seat::voted).count();
    }

    public long free() {
        return seats.stream().filter(seat -> seat.recused() == null).count();
    }

    /** One a line, as the chair edits them. */
    public String conditionsText() {
        return String.join("\n", conditions);
    }

    /** Closed without a result: the panel has to be asked again. */
    public boolean undecided() {
        return status == BallotStatus.CLOSED && outcome == null;
    }
}
