package dari.matching.vocabulary;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins an operator's concepts to a vocabulary. A concept that has the same code as exactly one of ours, or else the same
 * name, is ours: its names become other names of ours. Any other is new; when it names nothing broader, the narrowest of
 * ours whose range of codes takes in its code is.
 */
final class VocabularyMerge {

    private final Map<String, Concept> result = new LinkedHashMap<>();
    private final Map<String, String> ownerOf = new HashMap<>();
    private final Map<String, List<Concept>> oursByCode;
    private final Map<String, String> ourIdOf = new HashMap<>();

    private VocabularyMerge(Collection<Concept> ours, List<Concept> added) {
        ours.forEach(concept -> {
            result.put(concept.id(), concept);
            Vocabulary.names(concept).forEach(name -> ownerOf.put(key(concept, name), concept.id()));
        });
        this.oursByCode = byCode(ours);
        Map<String, List<Concept>> addedByCode = byCode(added);
        for (Concept concept : added) {
            boolean alone = addedByCode.getOrDefault(code(concept), List.of()).size() == 1;
            Set<String> same = alone ? idsOfCode(concept) : Set.of();
            same = same.size() == 1 ? same : idsOfNames(concept);
            if (same.size() == 1) {
                ourIdOf.put(concept.id(), same.iterator().next());
            }
        }
        added.forEach(concept -> {
            String ourId = ourIdOf.get(concept.id());
            if (ourId == null) {
                result.put(concept.id(), placed(concept));
            } else {
                result.computeIfPresent(ourId, (id, known) -> withNamesOf(known, concept));
            }
        });
    }

    /** Ours first, then what is new, each in its order. */
    static Map<String, Concept> merge(Collection<Concept> ours, List<Concept> added) {
        return new VocabularyMerge(ours, added).result;
    }

    private Set<String> idsOfCode(Concept concept) {
        return oursByCode.getOrDefault(code(concept), List.of()).stream()
                .map(Concept::id)
                .collect(Collectors.toSet());
    }

    private Set<String> idsOfNames(Concept concept) {
        Set<String> ids = new HashSet<>();
        for (String name : List.of(concept.korean(), concept.english())) {
            String owner = ownerOf.get(key(concept, name));
            if (owner != null) {
                ids.add(owner);
            }
        }
        return ids;
    }

    private Concept withNamesOf(Concept known, Concept concept) {
        Set<String> synonyms = new LinkedHashSet<>(known.synonyms());
        for (String name : Vocabulary.names(concept)) {
            // a name that means something else already stays there
            if (ownerOf.putIfAbsent(key(known, name), known.id()) == null) {
                synonyms.add(name);
            }
        }
        return new Concept(
                known.id(), known.korean(), known.english(), List.copyOf(synonyms), known.parents(), known.icd10());
    }

    private Concept placed(Concept concept) {
        List<String> synonyms = concept.synonyms().stream()
                .filter(name -> !ownerOf.containsKey(key(concept, name)))
                .toList();
        List<String> parents = concept.parents().stream()
                .map(parent -> ourIdOf.getOrDefault(parent, parent))
                .distinct()
                .toList();
        return new Concept(
                concept.id(),
                concept.korean(),
                concept.english(),
                synonyms,
                parents.isEmpty() ? broaderByCode(concept) : parents,
                concept.icd10());
    }

    private List<String> broaderByCode(Concept concept) {
        CodeRange range = CodeRange.parse(concept.icd10()).orElse(null);
        if (range == null) {
            return List.of();
        }
        Concept narrowest = null;
        CodeRange narrowestRange = null;
        for (List<Concept> sameCode : oursByCode.values()) {
            Concept candidate = sameCode.get(0);
            CodeRange candidateRange = CodeRange.parse(candidate.icd10()).orElse(null);
            if (candidate.kind().equals(concept.kind())
                    && candidateRange != null
                    && candidateRange.covers(range)
                    && (narrowestRange == null || narrowestRange.covers(candidateRange))) {
                narrowest = candidate;
                narrowestRange = candidateRange;
            }
        }
        return narrowest == null ? List.of() : List.of(narrowest.id());
    }

    private static Map<String, List<Concept>> byCode(Collection<Concept> concepts) {
        return concepts.stream()
                .filter(concept -> !concept.icd10().isEmpty())
                .collect(Collectors.groupingBy(VocabularyMerge::code, LinkedHashMap::new, Collectors.toList()));
    }

    private static String code(Concept concept) {
        return concept.kind() + ":" + concept.icd10();
    }

    private static String key(Concept concept, String name) {
        return concept.kind() + ":" + Vocabulary.normal(name);
    }
}
