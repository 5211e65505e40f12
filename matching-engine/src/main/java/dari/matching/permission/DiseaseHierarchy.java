package dari.matching.permission;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which disease is a kind of which: a directed graph without cycles. */
public final class DiseaseHierarchy {

    private final Map<String, List<String>> parents;
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    /**
     * @param parents the direct parents of each known disease, by id
     * @throws IllegalArgumentException naming a disease that would be its own ancestor
     */
    public DiseaseHierarchy(Map<String, List<String>> parents) {
        Map<String, List<String>> copy = new HashMap<>();
        parents.forEach((disease, direct) -> copy.put(disease, List.copyOf(direct)));
        this.parents = copy;
        parents.keySet().forEach(disease -> {
            Set<String> above = above(disease);
            if (above.contains(disease)) {
                throw new IllegalArgumentException("the hierarchy has a cycle through " + disease);
            }
            ancestors.put(disease, Collections.unmodifiableSet(above));
        });
    }

    public boolean knows(String disease) {
        return parents.containsKey(disease);
    }

    /** Whether {@code disease} is one of {@code listed} or a kind of one of them. */
    public boolean isWithin(String disease, List<String> listed) {
        if (listed.contains(disease)) {
            return true;
        }
        Set<String> above = ancestors(disease);
        return listed.stream().anyMatch(above::contains);
    }

    /** Whether every one of {@code diseases} is within {@code listed}. */
    public boolean areWithin(List<String> diseases, List<String> listed) {
        return diseases.stream().allMatch(disease -> isWithin(disease, listed));
    }

    /** Everything above a disease, itself left out. */
    public Set<String> ancestors(String disease) {
        return ancestors.getOrDefault(disease, Set.of());
    }

    private Set<String> above(String disease) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(parents.getOrDefault(disease, List.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(parents.getOrDefault(next, List.of()));
            }
        }
        return found;
    }
}
