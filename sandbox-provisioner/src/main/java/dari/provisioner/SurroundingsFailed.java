package dari.provisioner;

import org.jspecify.annotations.Nullable;

/** The disk, a lock or another surrounding failed; the same call may be tried again. */
public final class SurroundingsFailed extends ProvisionerException {

    private static final long serialVersionUID = 1L;

    public SurroundingsFailed(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
