package dari.kernel;

/** The thing does not exist, or belongs to somebody else and therefore does not exist for the asker: 404. */
public class NotFoundException extends RuntimeException {

    /** @param what the kind of thing, e.g. {@code offer}; never an id or a name */
    public NotFoundException(String what) {
        super(what + " not found");
    }
}
