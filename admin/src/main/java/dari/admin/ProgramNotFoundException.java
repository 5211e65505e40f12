package dari.admin;

/** The thing does not exist, or not for the asker. */
public class ProgramNotFoundException extends RuntimeException {

    public ProgramNotFoundException(String what) {
        super(what + " not found");
    }
}
