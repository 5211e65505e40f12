package dari.auditors;

import dari.admin.BoardRow;
import dari.audit.HistoryLine;
import java.util.List;

/** An application as its auditor sees it, the history oldest first. */
public record AuditedApplication(BoardRow row, List<HistoryLine> history) {}
