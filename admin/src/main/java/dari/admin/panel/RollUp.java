package dari.admin.panel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** The hospitals' outcomes as one word. */
public enum RollUp {
    PENDING,
    APPROVED,
    DENIED,
    MIXED,
    CANCELLED;

    /** Pending while anybody has to answer; abstentions and cancellations say nothing beside a yes or a no. */
    static RollUp of(Collection<HospitalOutcome> outcomes) {
        Set<HospitalOutcome> said = EnumSet.noneOf(HospitalOutcome.class);
        said.addAll(outcomes);
        if (said.contains(HospitalOutcome.PENDING)) {
            return PENDING;
        }
        if (said.contains(HospitalOutcome.APPROVED)) {
            return said.contains(HospitalOutcome.DENIED) ? MIXED : APPROVED;
        }
        return said.contains(HospitalOutcome.DENIED) ? DENIED : CANCELLED;
    }

    /** Whether no hospital is left that would give data. */
    boolean isClosed() {
        return this == DENIED || this == CANCELLED;
    }
}
