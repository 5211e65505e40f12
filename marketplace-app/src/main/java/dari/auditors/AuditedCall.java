package dari.auditors;

import dari.admin.BoardRow;
import dari.admin.CallView;
import dari.audit.HistoryLine;
import java.util.List;

/** A call as its auditor sees it, the history oldest first. */
public record AuditedCall(CallView call, List<BoardRow> applications, List<HistoryLine> history) {}
