package dari.admin.forms;

/** A change would leave the form contradicting itself; the message is the key of the sentence that says how. */
public class FormFault extends IllegalArgumentException {

    FormFault(String messageKey) {
        super(messageKey);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
