package dari.provisioner.assess;

import dari.provisioner.deidentify.Hierarchies;
import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.Treatment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Under which texts a raw value may appear after a column's treatment: what an attacker who knows the recipe would try. */
final class PublishedForms {

    private final Treatment treatment;
    private final @Nullable Hierarchy hierarchy;
    private final List<String> labels;

    /**
     * @param values raw values of the column in all tables
     * @param labels texts of the release that are no raw values: another program's generalisations may be among them
     * @param column named in errors
     */
    PublishedForms(Treatment treatment, Collection<String> values, Collection<String> labels, String column) {
        this.treatment = treatment;
        this.labels = List.copyOf(labels);
        HierarchySpec spec = treatment instanceof Treatment.ByModel model
                ? model.hierarchy()
                : treatment instanceof Treatment.Generalise generalise ? generalise.hierarchy() : null;
        this.hierarchy = spec == null ? null : Hierarchies.build(spec, values, column);
    }

    /** Null when the published text says nothing about the raw one. */
    @Nullable
    Set<String> of(String raw) {
        Set<String> own = byTreatment(raw);
        if (own == null) {
            return null;
        }
        Set<String> forms = new LinkedHashSet<>(own);
        labels.stream().filter(label -> ReadLabels.covers(label, raw)).forEach(forms::add);
        return forms;
    }

    private @Nullable Set<String> byTreatment(String raw) {
        Hierarchy tree = hierarchy;
        if (tree != null) {
            Set<String> path = new LinkedHashSet<>(List.of(raw));
            int leaf = tree.leaf(raw);
            for (int node = leaf < 0 ? -1 : tree.node(leaf); node >= 0; node = tree.parent(node)) {
                path.add(tree.label(node));
            }
            path.add(Hierarchy.ANY);
            return path;
        }
        if (treatment instanceof Treatment.Keep) {
            return Set.of(raw);
        }
        if (treatment instanceof Treatment.GroupRare rare) {
            return new LinkedHashSet<>(List.of(raw, rare.other()));
        }
        if (treatment instanceof Treatment.Cap cap) {
            List<String> forms = new ArrayList<>(List.of(raw));
            addBound(forms, cap.min());
            addBound(forms, cap.max());
            return new LinkedHashSet<>(forms);
        }
        return null;
    }

    private static void addBound(List<String> forms, @Nullable Double bound) {
        if (bound != null) {
            forms.add(BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString());
        }
    }
}
