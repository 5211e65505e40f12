package dari.matching.assignment;

/** An entry of an instance that cannot be; the message says what is wrong, the id whose entry it is. */
public final class UnsoundEntry extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String id;

    UnsoundEntry(String id, String message) {
        super(message);
        this.id = id;
    }

    /** The id of the entry, so that whoever read it from a file can say where it stands. */
    public String id() {
        return id;
    }
}
