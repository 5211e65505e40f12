package dari.matching.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which documents answer which query, and how well: whole grades, 0 for not at all. */
public final class Judgements {

    private static final double LOG_2 = Math.log(2);

    private final Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when the document was given another grade for the query before */
    public void add(String query, String document, int grade) {
        Integer before =
                grades.computeIfAbsent(query, key -> new LinkedHashMap<>()).putIfAbsent(document, grade);
        if (before != null && before != grade) {
            throw new IllegalArgumentException(
                    document + " has grade " + before + " for " + query + " already; leave one");
        }
    }

    /** What a document is worth for a query, 0 when nobody judged it. */
    public int grade(String query, String document) {
        return grades.getOrDefault(query, Map.of()).getOrDefault(document, 0);
    }

    /** Queries that have at least one answer; the others cannot be scored. */
    public List<String> queries() {
        return grades.entrySet().stream()
                .filter(query -> query.getValue().values().stream().anyMatch(grade -> grade > 0))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What answers a query, in the order in which it was judged. */
    public List<String> answersOf(String query) {
        return grades.getOrDefault(query, Map.of()).entrySet().stream()
                .filter(judged -> judged.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many documents answer a query. */
    public int answers(String query) {
        return answersOf(query).size();
    }

    /**
     * Normalised discounted cumulative gain with linear gain (Jarvelin and Kekalainen 2002): the sum of grade / log2(rank
     * + 1) over the first {@code depth}, as a share of the best possible.
     */
    public double ndcg(String query, List<String> ranked, int depth) {
        Map<String, Integer> graded = grades.getOrDefault(query, Map.of());
        double gained = gain(ranked.stream()
                .map(id -> graded.getOrDefault(id, 0))
                .limit(depth)
                .toList());
        double best = gain(graded.values().stream()
                .sorted((a, b) -> Integer.compare(b, a))
                .limit(depth)
                .toList());
        return best == 0 ? 0 : gained / best;
    }

    /** Share of the answers that are among the first {@code depth}. */
    public double recall(String query, List<String> ranked, int depth) {
        Map<String, Integer> graded = grades.getOrDefault(query, Map.of());
        Set<String> found = Set.copyOf(ranked.stream().limit(depth).toList());
        int answers = answers(query);
        long hit = graded.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && found.contains(entry.getKey()))
                .count();
        return answers == 0 ? 0 : (double) hit / answers;
    }

    private static double gain(List<Integer> gradesInOrder) {
        double sum = 0;
        for (int i = 0; i < gradesInOrder.size(); i++) {
            sum += Math.max(0, gradesInOrder.get(i)) * LOG_2 / Math.log(i + 2);
        }
        return sum;
    }
}
