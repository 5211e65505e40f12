package dari.matching.dense;

/** A model that was named cannot be used: a file is missing, damaged or of another kind. The message says what to do. */
public final class EncoderUnusable extends RuntimeException {

    public EncoderUnusable(String message) {
        super(message);
    }

    public EncoderUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
