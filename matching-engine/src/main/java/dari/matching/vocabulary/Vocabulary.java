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
import java.util.stream.Stream;

/** The concepts, found by id and by kind. Immutable. */
public final class Vocabulary {

    private static final String BUILT_IN = "/dari/matching/vocabulary.tsv";
    private static final int COLUMNS = 6;

    private final Map<String, Concept> concepts;
    private final Map<String, Set<String>> withAncestors = new HashMap<>();

    private Vocabulary(Map<String, Concept> concepts) {
        this.concepts = Collections.unmodifiableMap(concepts);
        concepts.keySet().forEach(id -> withAncestors.put(id, Collections.unmodifiableSet(ancestry(id))));
    }

    /** The vocabulary that comes with the engine. */
    public static Vocabulary builtIn() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("the built-in vocabulary is missing");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), "vocabulary.tsv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads tab-separated lines: id, Korean, English, synonyms, parents, ICD-10; lists are separated by semicolons, lines
     * starting with # are comments.
     *
     * @throws IllegalArgumentException naming file and line: wrong number of columns, an id twice, a language missing, a name
     *     that two concepts of a kind share, an unknown parent, a cycle
     */
    public static Vocabulary read(BufferedReader lines, String file) throws IOException {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        Map<String, Integer> lineOf = new LinkedHashMap<>();
        Map<String, String> ownerOf = new HashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String at = file + ":" + number + ": ";
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException(at + "expected 6 columns separated by tabs, found " + cells.length);
            }
            if (!cells[0].matches("[a-z]+:[a-z0-9-]+")) {
                throw new IllegalArgumentException(at + "an id is kind:name in small letters, found " + cells[0]);
            }
            if (cells[1].isBlank() || cells[2].isBlank()) {
                throw new IllegalArgumentException(at + cells[0] + " lacks a Korean or an English name");
            }
            Concept concept =
                    new Concept(cells[0], cells[1], cells[2], list(cells[3]), list(cells[4]), cells[5].strip());
            if (concepts.put(concept.id(), concept) != null) {
                throw new IllegalArgumentException(at + concept.id() + " stands twice");
            }
            lineOf.put(concept.id(), number);
            for (String name : names(concept)) {
                String other = ownerOf.put(concept.kind() + ":" + normal(name), concept.id());
                if (other != null && !other.equals(concept.id())) {
                    throw new IllegalArgumentException(at + name + " already names " + other);
                }
            }
        }
        concepts.values()
                .forEach(concept -> concept.parents().stream()
                        .filter(parent -> !concepts.containsKey(parent))
                        .findFirst()
                        .ifPresent(parent -> {
                            throw new IllegalArgumentException(
                                    file + ":" + lineOf.get(concept.id()) + ": unknown parent " + parent);
                        }));
        Vocabulary vocabulary = new Vocabulary(concepts);
        vocabulary.diseases(); // refuses cycles
        return vocabulary;
    }

    public Optional<Concept> find(String id) {
        return Optional.ofNullable(concepts.get(id));
    }

    public Collection<Concept> all() {
        return concepts.values();
    }

    /** Concepts of a kind, e.g. {@code modality}, in the vocabulary's order. */
    public List<Concept> ofKind(String kind) {
        return concepts.values().stream()
                .filter(concept -> concept.kind().equals(kind))
                .toList();
    }

    /** The concept and everything broader, nearest first; an unknown id stands alone. */
    public Set<String> withAncestors(String id) {
        return withAncestors.getOrDefault(id, Set.of(id));
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

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
