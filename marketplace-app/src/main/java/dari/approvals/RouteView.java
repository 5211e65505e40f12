package dari.approvals;

import dari.boardforms.AnswerSheet;
import dari.boards.BoardRoutes.StageDates;
import dari.documents.FileFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A project's way through its hospital's boards, as both sides read it.
 *
 * @param start when data can be opened by what is known today; null when nobody can tell
 * @param lastDay the last day of access if it opens then; null when nobody can tell
 * @param programEnd by when access has to be over; null when the program named no day
 */
public record RouteView(
        List<Row> rows,
        LocalDate today,
        @Nullable LocalDate start,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate programEnd) {

    /**
     * @param dates null once decided, and where nobody can tell
     * @param meeting the day of the meeting on whose agenda it is; null without one
     * @param asksForm whether the board has a form to be filled in
     * @param sheet the form as it was handed in last; null before
     */
    public record Row(
            ApprovalView approval,
            @Nullable StageDates dates,
            @Nullable LocalDate meeting,
            List<Paper> papers,
            boolean expired,
            boolean asksForm,
            @Nullable AnswerSheet sheet) {}

    public record Paper(UUID id, String title, boolean byHospital, FileFacts file, Instant addedAt) {}

    /** Whether access can last its days before the program ends; null when nobody can tell. */
    public @Nullable Boolean holds() {
        return (lastDay == null || programEnd == null) ? null : !lastDay.isAfter(programEnd);
    }

    public boolean isLate() {
        return Boolean.FALSE.equals(holds());
    }

    /** A board is at work here, so nobody writes its word down for it. */
    public boolean underWay() {
        return rows.stream().anyMatch(row -> row.approval().turn() > 0);
    }
}
