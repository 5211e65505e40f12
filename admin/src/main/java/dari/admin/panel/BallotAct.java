package dari.admin.panel;

import dari.admin.ProgramRuleBrokenException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a page does to its ballot with a text: closes it with minutes, publishes it with reasons. */
@FunctionalInterface
interface BallotAct {

    void on(UUID ballot, String text);

    /** @return whether it was done; else the form says why not */
    default boolean isDone(@Nullable BallotView ballot, TextForm form, BindingResult errors) {
        if (ballot == null) {
            errors.reject("panel.refused.notOpen");
        }
        if (ballot == null || errors.hasErrors()) {
            return false;
        }
        try {
            on(ballot.id(), form.text().strip());
            return true;
        } catch (ProgramRuleBrokenException e) {
            errors.reject(e.messageKey(), e.arguments().toArray(), null);
            return false;
        }
    }
}
