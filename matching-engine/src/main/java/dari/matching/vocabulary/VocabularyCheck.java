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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds everything that is wrong in a set of vocabulary files, not only the first. {@link Vocabulary} loads through the
 * same check, so that there is one set of rules.
 */
public final class VocabularyCheck {

    private static final Pattern CODES =
            Pattern.compile("([A-Z][0-9]{2}(?:\\.[0-9]{1,2})?)(?:-([A-Z][0-9]{2}(?:\\.[0-9])?))?");
    private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

    private final List<VocabularyFile> files;
    private final List<VocabularyProblem> problems = new ArrayList<>();
    private final Map<String, Written> byId = new LinkedHashMap<>();
    private final Set<String> heads;

    private VocabularyCheck(List<VocabularyFile> files) {
        this.files = List.copyOf(files);
        Concepts concepts = new Concepts(files, problems::add);
        this.heads = concepts.heads().stream().map(Head::id).collect(Collectors.toUnmodifiableSet());
        concepts.written().forEach(this::checkId);
        checkNames();
        byId.values().forEach(this::checkEntry);
        byId.values().forEach(this::checkParents);
        concepts.heads().forEach(this::checkHead);
        checkCycles();
    }

    /** @param files may refer to each other's concepts */
    public static VocabularyCheck of(List<VocabularyFile> files) {
        return new VocabularyCheck(files);
    }

    /** All that is wrong, in the order of the files and their lines; empty when they can be loaded. */
    public List<VocabularyProblem> problems() {
        List<String> order = files.stream().map(VocabularyFile::name).toList();
        return problems.stream()
                .sorted(Comparator.comparingInt((VocabularyProblem problem) -> order.indexOf(problem.file()))
                        .thenComparingInt(VocabularyProblem::line))
                .toList();
    }

    /** The concepts that could be read, in the order of the files. */
    public List<Concept> concepts() {
        return byId.values().stream().map(Written::concept).toList();
    }

    private void checkId(Written written) {
        Written other = byId.putIfAbsent(written.concept().id(), written);
        if (other != null) {
            problems.add(written.problem(
                    written.concept().id() + " stands twice, first in " + other.file() + ":" + other.line(),
                    "make one line of the two or give one another id"));
        }
    }

    private void checkNames() {
        Map<String, Written> ownerOf = new HashMap<>();
        for (Written written : byId.values()) {
            Concept concept = written.concept();
            for (String name : Vocabulary.names(concept)) {
                Written other = ownerOf.putIfAbsent(concept.kind() + ":" + Concepts.normal(name), written);
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
        if (!concept.icd10().isEmpty() && !isCode(concept.icd10())) {
            problems.add(written.problem(
                    concept.icd10() + " is no ICD-10 code and no range of codes",
                    "write one such as C34, C34.1 or C34-C39, the smaller first, or leave it empty"));
        }
    }

    private static boolean isCode(String text) {
        Matcher codes = CODES.matcher(text);
        return codes.matches() && (codes.group(2) == null || codes.group(1).compareTo(codes.group(2)) <= 0);
    }

    private void checkParents(Written written) {
        Concept concept = written.concept();
        for (String parent : concept.parents()) {
            if (!byId.containsKey(parent)) {
                problems.add(written.problem(
                        "unknown parent " + parent, "write its line in one of the files or name another parent"));
            }
        }
        if (concept.parents().isEmpty() && isTree(concept.kind()) && !heads.contains(concept.id())) {
            problems.add(written.problem(
                    concept.id() + " has nothing broader",
                    "name a parent in the fifth column or declare it in a line of #heads"));
        }
    }

    private boolean isTree(String kind) {
        return heads.stream().anyMatch(head -> head.startsWith(kind + ":"));
    }

    private void checkHead(Head head) {
        Written written = byId.get(head.id());
        if (written == null) {
            problems.add(new VocabularyProblem(
                    head.file(), head.line(), "the head " + head.id() + " is unknown", "correct it or write its line"));
        } else if (!written.concept().parents().isEmpty()) {
            problems.add(written.problem(
                    head.id() + " is declared a head and has a parent",
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
