package dari.agents;

import dari.provisioner.agent.Protocol;
import java.util.EnumSet;
import java.util.Set;

/** Where a job stands. */
public enum JobStatus {
    ISSUED,
    WAITING_FOR_STEWARD,
    RUNNING,
    DONE,
    HELD,
    FAILED,
    REFUSED,
    /** Its time is over, or another agent has it since this one was not heard of. */
    EXPIRED,
    /** What it would make is not wanted any more. */
    WITHDRAWN;

    /** States in which the agent may still work on it. */
    static final Set<JobStatus> OPEN = EnumSet.of(ISSUED, WAITING_FOR_STEWARD, RUNNING);

    static JobStatus of(Protocol.State state) {
        return valueOf(state.name());
    }

    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
