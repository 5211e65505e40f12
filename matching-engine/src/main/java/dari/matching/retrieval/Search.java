package dari.matching.retrieval;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One search in two looks: the first answers by words and meaning speak for the query in the second, which finds what
 * says the same in other words. Both looks join their lists by {@link Fusion}.
 *
 * @param <D> how the engine names a document
 */
final class Search<D> {

    /** What the nearest are chosen from; more than are used, since an engine's graph of vectors finds nearly all only. */
    private static final int NEAREST = 200;

    private final Engine<D> engine;
    private final Setting setting;
    private final Fusion fusion;

    Search(Engine<D> engine, Setting setting) {
        this.engine = engine;
        this.setting = setting;
        this.fusion = new Fusion(setting.wordShare(), setting.depth());
    }

    /**
     * @param words of the query with their weights
     * @param vector of the query, null when it has none: then words alone decide
     * @return best first, with relevance from 0 to 1
     */
    List<Hit<D>> find(Map<String, Double> words, float @Nullable [] vector, int limit) throws IOException {
        int depth = Math.max(setting.depth(), setting.feedbackDocuments());
        List<Hit<D>> byWords = words.isEmpty() ? List.of() : engine.words(words, depth);
        List<Hit<D>> nearest = vector == null ? List.of() : engine.nearest(vector, NEAREST);
        List<Hit<D>> first = fusion.join(scores(byWords), absent(byWords, depth), scores(nearest));
        List<Hit<D>> speaking =
                first.stream().limit(setting.feedbackDocuments()).toList();
        if (speaking.isEmpty()) {
            return List.of();
        }
        Feedback feedback = new Feedback(
                setting,
                engine.stored(speaking.stream().map(Hit::document).toList()),
                speaking.stream().map(Hit::score).toList());
        int most = Math.max(limit, setting.depth());
        List<Hit<D>> widened = engine.words(feedback.words(words), most);
        float @Nullable [] turned = vector == null ? feedback.mean() : feedback.vector(vector);
        if (turned == null) {
            return cut(Fusion.relevance(widened, 0), limit);
        }
        Set<D> candidates = new LinkedHashSet<>();
        widened.forEach(hit -> candidates.add(hit.document()));
        first.forEach(hit -> candidates.add(hit.document()));
        Map<D, Double> cosines = engine.cosines(candidates, turned);
        List<Hit<D>> joined = fusion.join(scores(widened), absent(widened, most), cosines);
        return cut(Fusion.relevance(joined, joined.get(joined.size() - 1).score()), limit);
    }

    /** By meaning alone and in one look: what the model itself can do, for comparison. */
    List<Hit<D>> nearest(float[] vector, int limit) throws IOException {
        List<Hit<D>> nearest = engine.nearest(vector, Math.max(limit, NEAREST));
        return cut(Fusion.relevance(nearest, -1), limit);
    }

    /** The score of what a list does not hold: at most its last, when it is full. */
    private static <D> double absent(List<Hit<D>> hits, int limit) {
        return hits.size() < limit ? 0 : hits.get(hits.size() - 1).score();
    }

    private static <D> Map<D, Double> scores(List<Hit<D>> hits) {
        Map<D, Double> scores = new LinkedHashMap<>();
        hits.forEach(hit -> scores.put(hit.document(), hit.score()));
        return Collections.unmodifiableMap(scores);
    }

    private static <D> List<Hit<D>> cut(List<Hit<D>> hits, int limit) {
        return hits.subList(0, Math.min(limit, hits.size()));
    }
}
