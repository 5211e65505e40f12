package dari.secondfactor;

import dari.kernel.RuleBrokenException;

/** A code was not accepted; why is in the message. The attempt itself is kept, so this rolls nothing back. */
public class CodeRefusedException extends RuleBrokenException {

    CodeRefusedException(String messageKey) {
        super(messageKey);
    }
}
