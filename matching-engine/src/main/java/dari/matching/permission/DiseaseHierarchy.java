package dari.matching.permission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which disease is a kind of which: a directed graph without cycles. Building it takes time and room for each disease and
 * parent once, however deep it is; nothing recurses. Immutable, thread-safe.
 */
public final class DiseaseHierarchy {

    private final Map<String, List<String>> parents;

    /**
     * @param parents the direct parents of each known disease, by id; a parent that is no key has none of its own
     * @throws Cycle naming a disease that would be its own ancestor
     */
    public DiseaseHierarchy(Map<String, List<String>> parents) {
        Map<String, List<String>> copy = new HashMap<>();
        parents.forEach((disease, direct) -> copy.put(disease, List.copyOf(direct)));
        this.parents = copy;
        refuseCycles();
    }

    /** A disease that would be its own ancestor. */
    public static final class Cycle extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String disease;

        Cycle(String disease) {
            super("the hierarchy has a cycle through " + disease);
            this.disease = disease;
        }

        public String disease() {
            return disease;
        }
    }

    public boolean knows(String disease) {
        return parents.containsKey(disease);
    }

    /** Whether {@code disease} is one of {@code listed} or a kind of one of them. */
    public boolean isWithin(String disease, List<String> listed) {
        return listed.contains(disease) || listed.stream().anyMatch(ancestors(disease)::contains);
    }

    /** Whether every one of {@code diseases} is within {@code listed}. */
    public boolean areWithin(List<String> diseases, List<String> listed) {
        return diseases.stream().allMatch(disease -> isWithin(disease, listed));
    }

    /** Everything above a disease, itself left out. */
    public Set<String> ancestors(String disease) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(parents.getOrDefault(disease, List.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(parents.getOrDefault(next, List.of()));
            }
        }
        return Collections.unmodifiableSet(found);
    }

    /** Takes away, again and again, what has no parents left (Kahn 1962); what stays lies on a cycle or below one. */
    private void refuseCycles() {
        Map<String, Integer> left = new HashMap<>();
        Map<String, List<String>> children = new HashMap<>();
        Deque<String> tops = new ArrayDeque<>();
        parents.forEach((disease, direct) -> {
            Set<String> known = new HashSet<>(direct);
            known.retainAll(parents.keySet());
            left.put(disease, known.size());
            known.forEach(parent ->
                    children.computeIfAbsent(parent, id -> new ArrayList<>()).add(disease));
            if (known.isEmpty()) {
                tops.add(disease);
            }
        });
        while (!tops.isEmpty()) {
            String top = tops.pop();
            left.remove(top);
            for (String child : children.getOrDefault(top, List.of())) {
                if (left.merge(child, -1, Integer::sum) == 0) {
                    tops.add(child);
                }
            }
        }
        if (!left.isEmpty()) {
            throw new Cycle(onCycle(left.keySet()));
        }
    }

    /** Each of what stays has a parent that stays: going up from any, the first one met again lies on a cycle. */
    private String onCycle(Set<String> staying) {
        Set<String> met = new HashSet<>();
        String at = Collections.min(staying);
        while (met.add(at)) {
            at = Collections.min(parents.getOrDefault(at, List.of()).stream()
                    .filter(staying::contains)
                    .toList());
        }
        return at;
    }
}
