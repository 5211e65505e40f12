package dari.matching.permission;

import java.util.List;

/**
 * A decision with everything that led to it.
 *
 * @param reasons the deciding ones first
 * @param duties what the use must do in return, if it comes to one
 * @param rules name and version of the rule set
 */
public record PermissionDecision(Decision decision, List<Reason> reasons, List<Duty> duties, String rules) {

    public PermissionDecision {
        reasons = List.copyOf(reasons);
        duties = List.copyOf(duties);
    }
}
