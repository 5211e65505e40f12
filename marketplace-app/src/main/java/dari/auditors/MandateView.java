package dari.auditors;

import dari.admin.CallView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A mandate as the office and its auditor see it. */
public record MandateView(
        UUID id,
        String auditor,
        List<CallView> calls,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        MandateState state) {}
