package dari.admin;

import dari.admin.forms.LocalText;

/**
 * A step that every approved application of a call takes, planned from the day of its decision.
 *
 * @param code stable within the call
 * @param holder who brings the evidence
 * @param days days after the decision until it is due
 * @param pays whether it settles money: only such a step can claw back
 */
public record PlannedMilestone(String code, LocalText title, Holder holder, int days, boolean pays) {

    /** Whose turn it is. */
    public enum Holder {
        STARTUP,
        HOSPITAL,
        PROGRAM
    }
}
