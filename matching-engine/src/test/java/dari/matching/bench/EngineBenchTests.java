package dari.matching.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.OfferIndex;
import dari.matching.OfferSource;
import dari.matching.evaluation.Generated;
import dari.matching.evaluation.GeneratedVectors;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineBenchTests {

    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @TempDir
    Path folder;

    @Test
    void measuresTheEmbeddedEngineBesideItsBareQuery() throws IOException {
        try (LuceneOfferIndex index = LuceneOfferIndex.open(
                        folder.resolve("offers"), Retrieval.hybrid(VOCABULARY, new GeneratedVectors(8)));
                BareEngine bare = new BareLucene(folder.resolve("bare"))) {
            Map<String, Object> figures =
                    bench(new EngineBench.Surroundings(() -> 0, () -> 1 << 20)).run("lucene", index, bare);
            assertThat(figures).containsEntry("diskMegabytes", 1.0).containsEntry("buildNodeCpuSeconds", 0.0);
            assertIsComplete(figures);
            assertThat(index.size()).isEqualTo(200);
        }
    }

    @Test
    void anIndexThatDoesNotShowAChangeIsNotMeasured() throws IOException {
        try (OfferIndex index = new Late(LuceneOfferIndex.inMemory(VOCABULARY));
                BareEngine bare = new BareLucene(folder.resolve("bare"))) {
            EngineBench bench = new EngineBench(
                    VOCABULARY,
                    new Generated(VOCABULARY, 1),
                    new EngineBench.Size(3, 0, 2, 1),
                    new EngineBench.Surroundings(() -> 0, () -> 0));
            assertThatThrownBy(() -> bench.run("late", index, bare))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a change was not visible to the next search");
        }
    }

    /** Says that it applied a change and goes on to show the offers as they were. */
    private record Late(OfferIndex shown) implements OfferIndex {

        @Override
        public List<Refused> apply(List<Change> changes, long position) {
            return List.of();
        }

        @Override
        public List<Refused> rebuild(OfferSource source) {
            return shown.rebuild(source);
        }

        @Override
        public long position() {
            return shown.position();
        }

        @Override
        public List<Candidate> search(String text, List<String> codes, int limit) {
            return shown.search(text, codes, limit);
        }

        @Override
        public void close() {
            shown.close();
        }
    }

    static EngineBench bench(EngineBench.Surroundings surroundings) {
        return new EngineBench(
                VOCABULARY, new Generated(VOCABULARY, 1), new EngineBench.Size(200, 8, 12, 2), surroundings);
    }

    static void assertIsComplete(Map<String, Object> figures) {
        assertThat(figures)
                .containsKeys(
                        "buildOwnCpuSeconds",
                        "bareQueryMsP50",
                        "bareQueryAllCpuMs",
                        "rankMsP50",
                        "rankMsP99",
                        "rankToBareElapsedP50",
                        "rankToBareAllCpu",
                        "changeToVisibleMsP50",
                        "heapMegabytesAfterGc");
        assertThat((List<?>) figures.get("rankToBareAllCpuOfEachRound")).hasSize(2);
        assertThat((double) figures.get("rankToBareElapsedP50")).isPositive();
        assertThat((double) figures.get("heapMegabytesAfterGc")).isPositive();
    }
}
