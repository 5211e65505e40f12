package dari.workspace;

import dari.matching.vocabulary.Concept;
import dari.matching.vocabulary.Vocabulary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the concept that a person means by what was typed: a name or an abbreviation in either language, or a code of
 * ICD-10. Kinds with thousands of concepts are typed, not picked from a list. Immutable.
 */
@Component
public class Concepts {

    private final Vocabulary vocabulary;
    private final Map<String, Kind> kinds = new HashMap<>();

    /** A concept under one of its names, as compared. */
    private record Entry(String name, Concept concept) {}

    /** @param codes of the first concept that a name or a code means */
    private record Kind(List<Entry> entries, Map<String, String> codes) {

        static final Kind NONE = new Kind(List.of(), Map.of());

        void add(String name, Concept concept) {
            entries.add(new Entry(name, concept));
            codes.putIfAbsent(name, concept.id());
            codes.putIfAbsent(concept.id(), concept.id());
        }
    }

    Concepts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Concept concept : vocabulary.all()) {
            Kind kind = kinds.computeIfAbsent(concept.kind(), name -> new Kind(new ArrayList<>(), new HashMap<>()));
            Vocabulary.names(concept).forEach(name -> kind.add(normal(name), concept));
            if (!concept.icd10().isEmpty()) {
                kind.add(normal(concept.icd10()), concept);
            }
        }
    }

    /** The code of the concept that was named; names win over ICD-10 codes, which several concepts may have. */
    public Optional<String> find(String kind, String typed) {
        return Optional.ofNullable(kind(kind).codes().get(normal(typed)));
    }

    /** The same for a field that may be left empty and was checked: nothing for nothing. */
    public String code(String kind, @Nullable String typed) {
        return typed == null ? "" : find(kind, typed).orElse("");
    }

    /** Concepts that might be meant, the likeliest first: called so, then beginning so, then holding it. */
    public List<Concept> near(String kind, String typed, int most) {
        String wanted = normal(typed);
        if (wanted.isEmpty()) {
            return List.of();
        }
        return kind(kind).entries().stream()
                .filter(entry -> entry.name().contains(wanted))
                .sorted(Comparator.comparing((Entry entry) -> !entry.name().equals(wanted))
                        .thenComparing(entry -> !entry.name().startsWith(wanted))
                        .thenComparing(entry -> entry.name().length()))
                .map(Entry::concept)
                .distinct()
                .limit(most)
                .toList();
    }

    /** What a field shows for a code: the concept's name, or nothing for none. */
    public String name(String code, Locale locale) {
        return vocabulary.find(code).map(concept -> concept.label(locale)).orElse(code);
    }

    private Kind kind(String name) {
        return kinds.getOrDefault(name, Kind.NONE);
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
