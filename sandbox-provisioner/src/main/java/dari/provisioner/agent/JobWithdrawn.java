package dari.provisioner.agent;

import dari.provisioner.Refused;

/** The marketplace does not want what a job would make any more: its use ended, or another agent has the job. */
final class JobWithdrawn extends Refused {

    private static final long serialVersionUID = 1L;

    JobWithdrawn() {
        super("the job is not wanted any more");
    }
}
