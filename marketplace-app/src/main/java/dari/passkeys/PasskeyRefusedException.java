package dari.passkeys;

import dari.kernel.RuleBrokenException;

/** What a device sent proves nothing: another site's, an old question's, without a verified person, or unknown. */
public class PasskeyRefusedException extends RuleBrokenException {

    PasskeyRefusedException() {
        super("passkeys.rule.refused");
    }
}
