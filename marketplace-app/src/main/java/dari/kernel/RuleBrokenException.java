package dari.kernel;

import java.util.List;

/**
 * A rule of the domain refuses what was asked: 409, shown to the person by a message of the bundles.
 * Subclasses name the rule, e.g. {@code OfferAlreadyWithdrawn}.
 */
public class RuleBrokenException extends RuntimeException {

    private final String messageKey;
    private final List<Object> arguments;

    /**
     * @param messageKey key in the message bundles: what happened, why, what to do next
     * @param arguments ids, numbers, dates or codes for the message; no personal data
     */
    public RuleBrokenException(String messageKey, Object... arguments) {
        super(messageKey);
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
