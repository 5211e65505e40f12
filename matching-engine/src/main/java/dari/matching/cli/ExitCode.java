package dari.matching.cli;

/** What the command line returns to its caller. */
public enum ExitCode {
    DONE(0),
    /** A bug of ours. */
    BUG(1),
    /** Bad usage or input: one line on standard error says where, what, and what to do. */
    BAD_INPUT(2),
    /** Refused on purpose: what was to be checked does not hold. */
    REFUSED(3),
    /** The surroundings failed (disk full, server unreachable): safe to retry. */
    SURROUNDINGS(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
