package dari.matching.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferIndexContractTests;
import dari.matching.Samples;
import dari.matching.dense.WordVectors;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    @Test
    void anIndexOfAnotherVocabularyIsBuiltAnew() throws IOException {
        try (LuceneOfferIndex fresh = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            fresh.rebuild(List.of(Samples.offer("a", "당뇨병", Samples.openForHealth())), 42);
        }
        Vocabulary other =
                Vocabulary.read(new BufferedReader(new StringReader("disease:flu\t독감\tflu\t\t\tJ10")), "own.tsv");
        try (LuceneOfferIndex again = LuceneOfferIndex.open(directory, other)) {
            assertThat(again.position()).isEqualTo(-1);
            assertThat(again.search("당뇨병", List.of(), 10)).isEmpty();
        }
    }

    @Test
    void vectorsFindWhatSharesNoWordAndGiveKoreanNoVote() {
        List<Offer> offers = List.of(
                Samples.offer("ko", "당뇨병 코호트", Samples.openForHealth()),
                Samples.offer("en", "zebra quagga", Samples.openForHealth()),
                Samples.offer("far", "unrelated thing", Samples.openForHealth()));
        try (LuceneOfferIndex words = LuceneOfferIndex.inMemory(Vocabulary.builtIn());
                LuceneOfferIndex both =
                        LuceneOfferIndex.inMemory(Retrieval.hybrid(Vocabulary.builtIn(), new WordVectors("test")))) {
            words.rebuild(offers, 1);
            both.rebuild(offers, 1);
            assertThat(both.search("zebra quagga", List.of(), 3).get(0).offer().id())
                    .isEqualTo("en");
            // a Korean query has no vector: the answer is that of words, to the last number
            assertThat(both.search("당뇨병", List.of(), 3)).isEqualTo(words.search("당뇨병", List.of(), 3));
            // an English query finds the Korean offer by its concept as clearly as without a model
            assertThat(both.search("diabetes", List.of(), 3).get(0).offer().id())
                    .isEqualTo("ko");
        }
    }

    @Test
    void anotherModelMeansBuildingAnew() {
        try (LuceneOfferIndex fresh =
                LuceneOfferIndex.open(directory, Retrieval.hybrid(Vocabulary.builtIn(), new WordVectors("one")))) {
            fresh.rebuild(List.of(Samples.offer("a", "당뇨병", Samples.openForHealth())), 42);
        }
        try (LuceneOfferIndex again =
                LuceneOfferIndex.open(directory, Retrieval.hybrid(Vocabulary.builtIn(), new WordVectors("two")))) {
            assertThat(again.position()).isEqualTo(-1);
        }
    }

    @Test
    void aDamagedIndexStartsEmptyAndIsBuiltAnew() throws IOException {
        try (LuceneOfferIndex fresh = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            fresh.rebuild(List.of(Samples.offer("a", "당뇨병", Samples.openForHealth())), 42);
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith("segments")) {
                    Files.writeString(file, "not an index");
                }
            }
        }
        try (LuceneOfferIndex again = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            assertThat(again.position()).isEqualTo(-1);
            assertThat(again.search("당뇨병", List.of(), 10)).isEmpty();
            again.rebuild(List.of(Samples.offer("b", "당뇨병", Samples.openForHealth())), 43);
            assertThat(again.search("당뇨병", List.of(), 10)).hasSize(1);
        }
    }
}
