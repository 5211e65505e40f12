package dari.matching.vocabulary;

import dari.matching.vocabulary.Concepts.Head;
import dari.matching.vocabulary.Concepts.Written;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds everything that is wrong in a set of vocabulary files, not only the first. {@link Vocabulary} loads through the
 * same check, so that there is one set of rules.
 */
public final class VocabularyCheck {

    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    private final List<VocabularyFile> files;
    private final List<VocabularyProblem> problems = new ArrayList<>();
    private final Map<String, Written> byId = new LinkedHashMap<>();
    private final List<Concept> added;
    private final Set<String> heads;

    private VocabularyCheck(List<VocabularyFile> base, List<VocabularyFile> added) {
        this.files = Stream.concat(base.stream(), added.stream()).toList();
        Concepts known = new Concepts(base, problems::add);
        Concepts own = new Concepts(added, problems::add);
        List<Head> declared =
                Stream.of(known, own).flatMap(each -> each.heads().stream()).toList();
        this.heads = declared.stream().map(Head::id).collect(Collectors.toUnmodifiableSet());
        known.written().forEach(this::checkId);
        List<Written> extending = own.written().stream().filter(this::checkId).toList();
        this.added = extending.stream().map(Written::concept).toList();
        checkNames(known.written());
        checkNames(extending);
        byId.values().forEach(this::checkEntry);
        byId.values().forEach(this::checkParents);
        declared.forEach(this::checkHead);
        checkCycles();
    }

    /** @param files may refer to each other's concepts */
    public static VocabularyCheck of(List<VocabularyFile> files) {
        return new VocabularyCheck(List.of(), files);
    }

    /**
     * Checks files that add to others: they may refer to the others' concepts and give them further names, but no id of
     * theirs to something else.
     */
    public static VocabularyCheck extending(List<VocabularyFile> base, List<VocabularyFile> added) {
        return new VocabularyCheck(base, added);
    }

    /** All that is wrong, in the order of the files and their lines; empty when they can be loaded. */
    public List<VocabularyProblem> problems() {
        List<String> order = files.stream().map(VocabularyFile::name).toList();
        return problems.stream()
                .sorted(Comparator.comparingInt((VocabularyProblem problem) -> order.indexOf(problem.file()))
                        .thenComparingInt(VocabularyProblem::line))
                .toList();
    }

    /** The concepts that could be read from the files that are not the base, in their order. */
    public List<Concept> concepts() {
        return added;
    }

    /** Whether the concept is the first of its id. */
    private boolean checkId(Written written) {
        Written other = byId.putIfAbsent(written.concept().id(), written);
        if (other != null) {
            problems.add(written.problem(
                    written.concept().id() + " stands twice, first in " + other.file() + ":" + other.line(),
                    "make one line of the two or give one another id"));
        }
        return other == null;
    }

    private void checkNames(List<Written> concepts) {
        Map<String, Written> ownerOf = new HashMap<>();
        for (Written written : concepts) {
            Concept concept = written.concept();
            for (String name : Vocabulary.names(concept)) {
                Written other = ownerOf.putIfAbsent(concept.kind() + ":" + Vocabulary.normal(name), written);
                if (other != null && !other.equals(written)) {
                    problems.add(written.problem(
                            name + " already names " + other.concept().id() + " in " + other.file() + ":"
                                    + other.line(),
                            "leave it to one of them: a name of a kind means one thing"));
                }
            }
        }
    }

    private void checkEntry(Written written) {
        Concept concept = written.concept();
        if (HANGUL.matcher(concept.english()).find()) {
            problems.add(written.problem(
                    "the English name of " + concept.id() + " is Korean: " + concept.english(),
                    "write the Korean name second and the English name third"));
        }
        if (!concept.icd10().isEmpty() && CodeRange.parse(concept.icd10()).isEmpty()) {
            problems.add(written.problem(
                    concept.icd10() + " is no ICD-10 code and no range of codes",
                    "write one such as C34, C34.1 or C34-C39, the smaller first, or leave it empty"));
        }
    }

    private void checkParents(Written written) {
        Concept concept = written.concept();
        for (String parent : concept.parents()) {
            if (!byId.containsKey(parent)) {
                problems.add(written.problem(
                        "unknown parent " + parent, "write its line in one of the files or name another parent"));
            }
        }
        if (!hasParentOfItsKind(concept) && isTree(concept.kind()) && !heads.contains(concept.id())) {
            problems.add(written.problem(
                    concept.id() + " has nothing broader of its kind",
                    "name a parent in the fifth column or declare it in a line of #heads"));
        }
    }

    private static boolean hasParentOfItsKind(Concept concept) {
        return concept.parents().stream().anyMatch(parent -> parent.startsWith(concept.kind() + ":"));
    }

    /** A kind is a tree as soon as one of its concepts is declared a head. */
    private boolean isTree(String kind) {
        return heads.stream().anyMatch(head -> head.startsWith(kind + ":"));
    }

    private void checkHead(Head head) {
        Written written = byId.get(head.id());
        if (written == null) {
            problems.add(new VocabularyProblem(
                    head.file(), head.line(), "the head " + head.id() + " is unknown", "correct it or write its line"));
        } else if (hasParentOfItsKind(written.concept())) {
            problems.add(written.problem(
                    head.id() + " is declared a head and has a parent of its kind",
                    "remove one: " + head.file() + ":" + head.line() + " declares it"));
        }
    }

    /** Follows first parents from each concept; in what remains when all that ends is taken away, each walk comes round. */
    private void checkCycles() {
        Set<String> open = new HashSet<>(byId.keySet());
        while (open.removeIf(id -> parents(id).stream().noneMatch(open::contains))) {
            // one generation less, from the top
        }
        List<String> rest = byId.keySet().stream().filter(open::contains).toList();
        Set<String> told = new HashSet<>();
        for (String start : rest) {
            List<String> walk = new ArrayList<>();
            String at = start;
            while (!walk.contains(at) && !told.contains(at)) {
                walk.add(at);
                at = parents(at).stream().filter(open::contains).findFirst().orElseThrow();
            }
            told.addAll(walk);
            if (walk.contains(at)) {
                List<String> cycle = walk.subList(walk.indexOf(at), walk.size());
                problems.add(byIdOf(cycle.get(0))
                        .problem(
                                "a cycle: " + String.join(" < ", cycle) + " < " + at,
                                "take away one of these parents: nothing is broader than itself"));
            }
        }
    }

    private List<String> parents(String id) {
        return byIdOf(id).concept().parents();
    }

    private Written byIdOf(String id) {
        Written written = byId.get(id);
        if (written == null) {
            throw new IllegalStateException("only read concepts are walked through");
        }
        return written;
    }
}
