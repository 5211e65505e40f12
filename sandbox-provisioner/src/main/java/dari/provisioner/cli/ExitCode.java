package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.ProvisionerException;
import dari.provisioner.Refused;

/** What the command line returns to its caller. */
public enum ExitCode {
    /** Done; an attack report that was written counts as done, whatever it says. */
    DONE(0),
    /** A bug of ours. */
    BUG(1),
    /** Bad usage or input: one line on standard error says where, what, and what to do. */
    BAD_INPUT(2),
    /** Refused on purpose: held by the privacy gate, signature or hash wrong, budget exhausted. */
    REFUSED(3),
    /** The surroundings failed (disk full, lock held, server unreachable): safe to retry. */
    SURROUNDINGS(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The code of an exception that ended a command. */
    public static ExitCode of(Exception failure) {
        if (failure instanceof BadInput) {
            return BAD_INPUT;
        }
        if (failure instanceof Refused) {
            return REFUSED;
        }
        return failure instanceof ProvisionerException ? SURROUNDINGS : BUG;
    }
}
