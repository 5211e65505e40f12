package dari.matching;

import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.UseTerms;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the same terms and purpose once: the offers of a ranking mostly repeat a few terms, and an index hands over
 * the same object for the same terms. For one ranking and one thread.
 */
final class DecidedOnce implements PermissionRules {

    private record Asked(@Nullable UseTerms dataset, UseTerms purpose) {}

    private final PermissionRules rules;
    private final Map<Asked, PermissionDecision> decided = new HashMap<>();
    private final IdentityHashMap<UseTerms, PermissionDecision> ofThisPurpose = new IdentityHashMap<>();
    private @Nullable UseTerms purpose;

    DecidedOnce(PermissionRules rules) {
        this.rules = rules;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // only a shortcut: what is another object is compared below
    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms asks) {
        if (asks != purpose) {
            purpose = asks;
            ofThisPurpose.clear();
        }
        PermissionDecision found = dataset == null ? null : ofThisPurpose.get(dataset);
        if (found == null) {
            found = decided.computeIfAbsent(
                    new Asked(dataset, asks), asked -> rules.decide(asked.dataset(), asked.purpose()));
            if (dataset != null) {
                ofThisPurpose.put(dataset, found);
            }
        }
        return found;
    }
}
