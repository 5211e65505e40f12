package dari.matching.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.dense.UnitVectors;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTests {

    private static final float[] EAST = {1, 0};
    private static final float[] SOUTH = {0, -1};

    @Test
    void aQueryWithoutAVectorBorrowsTheDirectionOfWhatItsWordsFound() throws IOException {
        Map<String, Stored> offers = Map.of(
                "found", Stored.of("diabetes cohort", EAST),
                "south", Stored.of("cohort", SOUTH),
                "east", Stored.of("cohort", EAST));
        assertThat(find(offers)).containsExactly("found", "east", "south");
    }

    @Test
    void withNothingToBorrowWordsAloneDecide() throws IOException {
        Map<String, Stored> offers = Map.of(
                "found", Stored.of("diabetes cohort", null),
                "south", Stored.of("cohort", SOUTH),
                "east", Stored.of("cohort", EAST));
        assertThat(find(offers)).containsExactly("found", "south", "east");
    }

    private static List<String> find(Map<String, Stored> offers) throws IOException {
        return new Search<>(new Counting(offers), Setting.DEFAULT)
                .find(Map.of("diabetes", 1.0), null, 10).stream()
                        .map(Hit::document)
                        .toList();
    }

    /** Scores by the weights of the words that a document has; equal ones go backwards through the alphabet. */
    private record Counting(Map<String, Stored> offers) implements Engine<String> {

        @Override
        public List<Hit<String>> words(Map<String, Double> weights, int limit) {
            return offers.entrySet().stream()
                    .map(offer -> new Hit<>(
                            offer.getKey(),
                            offer.getValue().tokens().stream()
                                    .mapToDouble(token -> weights.getOrDefault(token, 0.0))
                                    .sum()))
                    .filter(hit -> hit.score() > 0)
                    .sorted((a, b) -> a.score() == b.score()
                            ? b.document().compareTo(a.document())
                            : Double.compare(b.score(), a.score()))
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<Hit<String>> nearest(float[] vector, int limit) {
            throw new AssertionError("a query without a vector has no nearest");
        }

        @Override
        public Map<String, Double> cosines(Collection<String> documents, float[] vector) {
            Map<String, Double> cosines = new HashMap<>();
            documents.forEach(document -> {
                float[] found = stored(List.of(document)).get(0).vector();
                if (found != null) {
                    cosines.put(document, UnitVectors.dot(found, vector));
                }
            });
            return cosines;
        }

        @Override
        public List<Stored> stored(List<String> documents) {
            return documents.stream().map(offers::get).toList();
        }
    }
}
