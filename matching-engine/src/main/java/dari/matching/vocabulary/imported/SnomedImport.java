package dari.matching.vocabulary.imported;

import dari.matching.vocabulary.Concept;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a snapshot of SNOMED CT (RF2): what is below a concept in the is-a hierarchy, with its names. Files are read row by
 * row; only names and relations of the wanted concepts are kept. A concept without a name in the other language is left out
 * and counted, and its children go to what is broader.
 */
public final class SnomedImport {

    /** The concept |Disease (disorder)|. */
    public static final long DISEASE = 64572001L;

    private static final long IS_A = 116680003L;
    private static final String FULLY_SPECIFIED = "900000000000003001";
    private static final String PREFERRED = "900000000000548007";

    private final Rf2Files files;
    private final String language;
    private final String kind;
    private final Map<Long, List<Long>> parentsOf = new HashMap<>();
    private final Map<Long, Names> namesOf = new TreeMap<>();
    private final Set<Long> preferred = new HashSet<>();

    /** The names of a concept as they are found; preferred ones go first. */
    private static final class Names {
        private @Nullable String fullySpecified;
        private final Deque<String> english = new ArrayDeque<>();
        private final Deque<String> translated = new ArrayDeque<>();
    }

    private SnomedImport(Path folder, String language, String kind) throws IOException {
        this.files = new Rf2Files(folder);
        this.language = language;
        this.kind = kind;
    }

    /**
     * @param language of the names beside the English ones, as the release writes it, e.g. {@code ko}
     * @param root below which concepts are taken, itself included
     * @param kind of the concepts to make, e.g. {@code disease}
     * @throws ImportRefused naming each bad line, up to 20, or what the release lacks
     */
    public static ImportedVocabulary read(Path folder, String language, long root, String kind) throws IOException {
        return new SnomedImport(folder, language, kind).read(folder, root);
    }

    private ImportedVocabulary read(Path folder, long root) throws IOException {
        for (String type : List.of("sct2_Concept", "sct2_Description", "sct2_Relationship")) {
            if (!files.has(type)) {
                throw new ImportRefused(
                        folder + ": has no " + type + "_Snapshot file; name the folder of an unpacked release");
            }
        }
        readBelow(root);
        readNames();
        files.refuseIfAnyIsBad();
        List<Concept> concepts = new ArrayList<>();
        for (Map.Entry<Long, Names> named : namesOf.entrySet()) {
            if (isBilingual(named.getKey())) {
                concepts.add(concept(named.getKey(), named.getValue()));
            }
        }
        if (concepts.isEmpty()) {
            throw new ImportRefused(folder + ": below " + root + " no active concept has names in English and in "
                    + language + "; add the description file of that language to the folder");
        }
        return new ImportedVocabulary(
                "Made from a snapshot of SNOMED CT below " + root + "; use needs a licence of SNOMED International",
                concepts,
                parentsOf.size() - concepts.size());
    }

    /** Keeps what is below the root, each concept with its direct parents. */
    private void readBelow(long root) throws IOException {
        Set<Long> active = new HashSet<>();
        files.rows("sct2_Concept", 5, List.of(0), cells -> active.add(Long.valueOf(cells[0])));
        Map<Long, List<Long>> childrenOf = new HashMap<>();
        files.rows("sct2_Relationship", 10, List.of(0, 4, 5, 7), cells -> {
            Long child = Long.valueOf(cells[4]);
            Long parent = Long.valueOf(cells[5]);
            if (Long.parseLong(cells[7]) == IS_A && active.contains(child) && active.contains(parent)) {
                childrenOf.computeIfAbsent(parent, key -> new ArrayList<>(1)).add(child);
            }
        });
        if (active.contains(root)) {
            parentsOf.put(root, new ArrayList<>(1));
        }
        Deque<Long> open = new ArrayDeque<>(parentsOf.keySet());
        while (!open.isEmpty()) {
            Long parent = open.pop();
            for (Long child : childrenOf.getOrDefault(parent, List.of())) {
                List<Long> parents = parentsOf.get(child);
                if (parents == null) {
                    parents = new ArrayList<>(1);
                    parentsOf.put(child, parents);
                    open.push(child);
                }
                if (!child.equals(root) && !parents.contains(parent)) {
                    parents.add(parent);
                }
            }
        }
    }

    private void readNames() throws IOException {
        files.rows("der2_cRefset_Language", 7, List.of(5, 6), cells -> {
            if (cells[6].equals(PREFERRED)) {
                preferred.add(Long.valueOf(cells[5]));
            }
        });
        files.rows("sct2_Description", 9, List.of(0, 4, 6), cells -> {
            Long id = Long.valueOf(cells[4]);
            if (parentsOf.containsKey(id)) {
                add(namesOf.computeIfAbsent(id, key -> new Names()), cells);
            }
        });
    }

    private void add(Names names, String[] cells) {
        String term = cells[7];
        boolean first = preferred.contains(Long.valueOf(cells[0]));
        if (cells[5].equals(language)) {
            add(names.translated, term, first);
        } else if (cells[5].equals("en") && cells[6].equals(FULLY_SPECIFIED)) {
            names.fullySpecified = term.replaceFirst(" \\([a-z /]+\\)$", "");
        } else if (cells[5].equals("en")) {
            add(names.english, term, first);
        }
    }

    private static void add(Deque<String> terms, String term, boolean first) {
        if (first) {
            terms.addFirst(term);
        } else {
            terms.addLast(term);
        }
    }

    private boolean isBilingual(Long id) {
        Names names = namesOf.get(id);
        return names != null
                && !names.translated.isEmpty()
                && (names.fullySpecified != null || !names.english.isEmpty());
    }

    private Concept concept(Long id, Names names) {
        List<String> english = new ArrayList<>(names.english);
        if (names.fullySpecified != null) {
            // without a language reference set nothing is preferred: the full name is the surest
            english.add(preferred.isEmpty() ? 0 : english.size(), names.fullySpecified);
        }
        List<String> translated = List.copyOf(names.translated);
        List<String> others = new ArrayList<>(translated.subList(1, translated.size()));
        others.addAll(english.subList(1, english.size()));
        return new Concept(
                conceptId(id),
                translated.get(0),
                english.get(0),
                others,
                broader(id).stream().map(this::conceptId).toList(),
                "");
    }

    /** The nearest bilingual concepts above. */
    private Collection<Long> broader(Long id) {
        Set<Long> found = new LinkedHashSet<>();
        Set<Long> seen = new HashSet<>(Set.of(id));
        Deque<Long> open = new ArrayDeque<>(parentsOf.getOrDefault(id, List.of()));
        while (!open.isEmpty()) {
            Long next = open.poll();
            if (seen.add(next)) {
                if (isBilingual(next)) {
                    found.add(next);
                } else {
                    open.addAll(parentsOf.getOrDefault(next, List.of()));
                }
            }
        }
        return found;
    }

    private String conceptId(Long id) {
        return kind + ":sct-" + id;
    }
}
