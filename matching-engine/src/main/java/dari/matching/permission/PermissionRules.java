package dari.matching.permission;

import org.jspecify.annotations.Nullable;

/** A set of rules that compares a dataset's terms with a purpose. Implementations are immutable and thread-safe. */
public interface PermissionRules {

    /**
     * @param dataset the dataset's terms; null when the dataset has no data-use statement at all
     * @param purpose what the use intends
     */
    PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose);

    /** Dari's own: stricter than the published ones, on purpose and openly. */
    static PermissionRules strict(DiseaseHierarchy diseases) {
        return new StrictRules(diseases);
    }

    /** The published matcher of the reference implementation, version 4. */
    static PermissionRules duosV4(DiseaseHierarchy diseases) {
        return new DuosV4Rules(diseases);
    }

    /** The published matcher, version 5: asks for exactly one primary permission first. */
    static PermissionRules duosV5(DiseaseHierarchy diseases) {
        return new DuosV5Rules(diseases);
    }
}
