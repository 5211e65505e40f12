package dari.matching;

import org.jspecify.annotations.Nullable;

/**
 * The index could not be read or written: a disk is full, a server is away, or it was not built yet. The message says
 * what to do; trying again later is safe.
 */
public final class IndexUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** @param index how people call it */
    public static IndexUnavailable notBuilt(String index) {
        return new IndexUnavailable(index + " was not built by this version: rebuild it first", null);
    }
}
