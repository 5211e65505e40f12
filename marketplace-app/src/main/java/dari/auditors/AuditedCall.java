package dari.auditors;

import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.audit.HistoryLine;
import java.util.List;

/** A call as its auditor sees it, the history oldest first. */
public record AuditedCall(CallView call, List<BoardRow> applications, List<HistoryLine> history) {

    /** Whether older lines may stand in the evidence alone. */
    public boolean historyIsCut() {
        return history.size() >= AuditDesk.MOST_LINES;
    }
}
