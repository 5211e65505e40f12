package dari.admin;

import java.util.List;

/** A rule of the program refuses what was asked; people read it by its message. */
public class ProgramRuleBrokenException extends RuntimeException {

    private final List<Object> arguments;

    public ProgramRuleBrokenException(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }

    public List<Object> arguments() {
        return arguments;
    }
}
