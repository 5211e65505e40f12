package dari.matching;

import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.UseTerms;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the same terms and purpose once: the offers of a ranking mostly repeat a few terms. For one ranking and one
 * thread.
 */
final class DecidedOnce implements PermissionRules {

    private record Asked(@Nullable UseTerms dataset, UseTerms purpose) {}

    private final PermissionRules rules;
    private final Map<Asked, PermissionDecision> decided = new HashMap<>();

    DecidedOnce(PermissionRules rules) {
        this.rules = rules;
    }

    @Override
    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose) {
        return decided.computeIfAbsent(
                new Asked(dataset, purpose), asked -> rules.decide(asked.dataset(), asked.purpose()));
    }
}
