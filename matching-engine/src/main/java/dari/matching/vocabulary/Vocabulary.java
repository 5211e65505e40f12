package dari.matching.vocabulary;

import dari.matching.permission.DiseaseHierarchy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The concepts, found by id and by kind. Immutable. */
public final class Vocabulary {

    /** The built-in files, in the order in which their concepts are offered as choices. */
    private static final List<String> BUILT_IN = List.of(
            "heads.tsv",
            "modalities.tsv",
            "bodyparts.tsv",
            "diseases-a-h.tsv",
            "diseases-i-z.tsv",
            "specialties.tsv",
            "studies.tsv",
            "tasks.tsv",
            "labs.tsv",
            "procedures.tsv",
            "drugs.tsv",
            "scores.tsv",
            "regulation.tsv",
            "data.tsv",
            "exchange.tsv",
            "terms.tsv");

    private final Map<String, Concept> concepts;
    private final Map<String, List<Concept>> byKind;
    private final Map<String, Set<String>> withAncestors = new HashMap<>();
    private final Map<String, List<String>> broadest = new HashMap<>();

    private Vocabulary(Map<String, Concept> concepts) {
        this.concepts = Collections.unmodifiableMap(concepts);
        this.byKind = concepts.values().stream()
                .collect(Collectors.groupingBy(Concept::kind, Collectors.toUnmodifiableList()));
        concepts.keySet().forEach(id -> withAncestors.put(id, Collections.unmodifiableSet(ancestry(id))));
        concepts.values().forEach(concept -> broadest.put(concept.id(), broadestOf(concept)));
    }

    /** The vocabulary that comes with the engine, the same object at each call. */
    public static Vocabulary builtIn() {
        return BuiltIn.VOCABULARY;
    }

    /** Read when it is first asked for. */
    private static final class BuiltIn {

        private static final Vocabulary VOCABULARY = of(builtInFiles());
    }

    /** The files of the vocabulary that comes with the engine. */
    public static List<VocabularyFile> builtInFiles() {
        return BUILT_IN.stream().map(Vocabulary::builtInFile).toList();
    }

    private static VocabularyFile builtInFile(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the built-in vocabulary lacks " + name);
            }
            return VocabularyFile.read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The concepts of one file that needs no other.
     *
     * @throws IllegalArgumentException naming file and line of the first thing that {@link VocabularyCheck} finds
     */
    public static Vocabulary read(BufferedReader lines, String file) throws IOException {
        return of(List.of(VocabularyFile.read(lines, file)));
    }

    /**
     * The concepts of files that may refer to each other's.
     *
     * @throws IllegalArgumentException naming file and line of the first thing that {@link VocabularyCheck} finds
     */
    public static Vocabulary of(List<VocabularyFile> files) {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        sound(VocabularyCheck.of(files)).forEach(concept -> concepts.put(concept.id(), concept));
        return new Vocabulary(concepts);
    }

    /**
     * The concepts of files with those that an operator adds: one that has the code or the name of exactly one of the base gives
     * that further names, any other is new.
     *
     * @throws IllegalArgumentException naming file and line of the first thing that {@link VocabularyCheck} finds
     */
    public static Vocabulary of(List<VocabularyFile> base, List<VocabularyFile> added) {
        return new Vocabulary(VocabularyMerge.merge(of(base).all(), sound(VocabularyCheck.extending(base, added))));
    }

    private static List<Concept> sound(VocabularyCheck check) {
        check.problems().stream().findFirst().ifPresent(problem -> {
            throw new IllegalArgumentException(problem.toString());
        });
        return check.concepts();
    }

    public Optional<Concept> find(String id) {
        return Optional.ofNullable(concepts.get(id));
    }

    public Collection<Concept> all() {
        return concepts.values();
    }

    /** Concepts of a kind, e.g. {@code modality}, in the vocabulary's order. */
    public List<Concept> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** The concept and everything broader, nearest first; an unknown id stands alone. */
    public Set<String> withAncestors(String id) {
        return withAncestors.getOrDefault(id, Set.of(id));
    }

    /** The broadest concepts of its kind that a concept belongs to, itself where nothing is broader; none for an unknown id. */
    public List<String> broadest(String id) {
        return broadest.getOrDefault(id, List.of());
    }

    private List<String> broadestOf(Concept concept) {
        return withAncestors(concept.id()).stream()
                .filter(id -> find(id).filter(broader -> broader.kind().equals(concept.kind())
                                && broader.parents().isEmpty())
                        .isPresent())
                .toList();
    }

    private Set<String> ancestry(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (found.add(next)) {
                find(next).ifPresent(concept -> open.addAll(concept.parents()));
            }
        }
        return found;
    }

    /** Whether {@code narrow} is {@code broad} or a kind of it. */
    public boolean isWithin(String narrow, String broad) {
        return withAncestors(narrow).contains(broad);
    }

    /** Parents of every concept, for the permission rules. */
    public DiseaseHierarchy diseases() {
        return new DiseaseHierarchy(
                concepts.values().stream().collect(Collectors.toMap(Concept::id, Concept::parents)));
    }

    /** Every name of a concept, in both languages. */
    public static List<String> names(Concept concept) {
        List<String> names = new ArrayList<>(List.of(concept.korean(), concept.english()));
        names.addAll(concept.synonyms());
        return names;
    }

    /** Two names of the same form are one name: it leaves out width, composition, capitals and the number of spaces. */
    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }
}
