package dari.matching.cli;

/** The caller's input is wrong; the message is one line that says where, what, and what to do. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }
}
