package dari.matching;

/** The index could not be read or written: a disk is full, or a server is away. Trying again later is safe. */
public final class IndexUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
