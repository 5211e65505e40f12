package dari.provisioner;

import org.jspecify.annotations.Nullable;

/** What this module says when it cannot do what was asked; never carries a value from the data. */
public abstract sealed class ProvisionerException extends RuntimeException
        permits BadInput, Refused, SurroundingsFailed {

    private static final long serialVersionUID = 1L;

    ProvisionerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
