package dari.matching.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.OfferIndex;
import dari.matching.OfferIndexContractTests;
import dari.matching.Samples;
import dari.matching.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneOfferIndexTests extends OfferIndexContractTests {

    @TempDir
    Path directory;

    @Override
    protected OfferIndex open() {
        return LuceneOfferIndex.inMemory(Vocabulary.builtIn());
    }

    @Test
    void remembersItsPositionOverARestart() {
        try (LuceneOfferIndex fresh = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            assertThat(fresh.position()).isEqualTo(-1);
            fresh.rebuild(List.of(Samples.offer("a", "당뇨병", Samples.openForHealth())), 42);
        }
        try (LuceneOfferIndex again = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            assertThat(again.position()).isEqualTo(42);
            assertThat(again.size()).isEqualTo(1);
        }
    }
}
