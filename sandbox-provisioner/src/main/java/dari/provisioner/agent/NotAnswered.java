package dari.provisioner.agent;

/** A question that the hospital does not answer, with the code of its rule. */
final class NotAnswered extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;

    NotAnswered(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
