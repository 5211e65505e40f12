package dari.matching.permission;

import org.jspecify.annotations.Nullable;

/** A set of rules that compares a dataset's terms with a purpose. Implementations are immutable and thread-safe. */
public interface PermissionRules {

    /**
     * @param dataset the dataset's terms; null when the dataset has no data-use statement at all
     * @param purpose what the use intends
     */
    PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose);
}
