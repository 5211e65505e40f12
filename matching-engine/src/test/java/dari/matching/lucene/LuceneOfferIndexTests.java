package dari.matching.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.IndexUnavailable;
import dari.matching.NumberedOffers;
import dari.matching.Offer;
import dari.matching.OfferIndex;
import dari.matching.OfferIndex.Change;
import dari.matching.OfferIndexContractTests;
import dari.matching.Samples;
import dari.matching.dense.WordVectors;
import dari.matching.evaluation.Generated;
import dari.matching.evaluation.GeneratedVectors;
import dari.matching.retrieval.Mode;
import dari.matching.retrieval.Retrieval;
import dari.matching.retrieval.Setting;
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
        Shelf memory = Shelf.inMemory();
        return new LuceneOfferIndex(() -> memory, Retrieval.lexical(Vocabulary.builtIn()), "", 500);
    }

    @Override
    protected OfferIndex openFor(String origin) {
        return LuceneOfferIndex.open(directory, Retrieval.lexical(Vocabulary.builtIn()), origin);
    }

    @Override
    protected String location() {
        return directory.toString();
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
            assertThatThrownBy(() -> again.search("당뇨병", List.of(), 10))
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("rebuild it");
            assertThatThrownBy(() -> again.apply(List.of(new Change.Withdraw("a")), 43))
                    .isInstanceOf(IndexUnavailable.class);
            again.rebuild(List.of(), 43);
            assertThat(again.search("당뇨병", List.of(), 10)).isEmpty();
        }
    }

    @Test
    void vectorsFindWhatSharesNoWordAndAreToldKoreanInEnglish() {
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
            // a Korean query that names no concept has no vector: the answer is that of words, to the last number
            assertThat(both.search("가나다", List.of(), 3)).isEqualTo(words.search("가나다", List.of(), 3));
            // one that names some is told to the model in English, as the Korean offer is
            assertThat(both.search("당뇨병", List.of(), 3).get(0).offer().id()).isEqualTo("ko");
            // an English query finds the Korean offer by its concept as clearly as without a model
            assertThat(both.search("diabetes", List.of(), 3).get(0).offer().id())
                    .isEqualTo("ko");
        }
    }

    @Test
    void whatWasFilledInManyPartsIsFoundByNearness() {
        Shelf memory = Shelf.inMemory();
        Vocabulary vocabulary = Vocabulary.builtIn();
        Generated generated = new Generated(vocabulary, 1);
        Retrieval meaning = new Retrieval(vocabulary, new GeneratedVectors(24), Mode.DENSE, Setting.DEFAULT);
        try (LuceneOfferIndex index = new LuceneOfferIndex(() -> memory, meaning, "", 30)) {
            index.rebuild(generated.offers(200), 1);
            index.apply(List.of(new Change.Put(generated.offer(200))), 2);
            for (int number : List.of(0, 29, 30, 31, 119, 199, 200)) {
                Offer offer = generated.offer(number);
                assertThat(index.search(offer.title() + "\n" + offer.text(), List.of(), 5)
                                .get(0)
                                .offer())
                        .isEqualTo(offer);
            }
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
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.getFileName().toString().startsWith("segments")) {
                    Files.writeString(file, "not an index");
                }
            }
        }
        try (LuceneOfferIndex again = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            assertThat(again.position()).isEqualTo(-1);
            again.rebuild(List.of(Samples.offer("b", "당뇨병", Samples.openForHealth())), 43);
            assertThat(again.search("당뇨병", List.of(), 10)).hasSize(1);
        }
    }

    @Test
    void aSecondProcessIsToldToUseAFolderOfItsOwn() {
        try (LuceneOfferIndex first = LuceneOfferIndex.open(directory, Vocabulary.builtIn());
                LuceneOfferIndex second = LuceneOfferIndex.open(directory, Vocabulary.builtIn())) {
            first.rebuild(List.of(), 1);
            assertThatThrownBy(second::position)
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("another process");
        }
    }

    /** For every single operation of the disk during a rebuild and a change: it fails once, then the disk is well again. */
    @Test
    void aDiskThatFailsAtAnyMomentLeavesAWholeIndexAndComesBack() {
        int step = 0;
        boolean failed = true;
        FailingDisk disk = new FailingDisk();
        try (LuceneOfferIndex index = new LuceneOfferIndex(disk, Retrieval.lexical(Vocabulary.builtIn()), "", 5)) {
            while (failed) {
                step++;
                index.rebuild(new NumberedOffers("stroke", 3, 1));
                disk.failAt(step);
                failed = !succeeds(() -> index.rebuild(new NumberedOffers("glaucoma", 12, 2)));
                failed |= !succeeds(() -> index.apply(List.of(new Change.Withdraw("000000")), 3));
                disk.heal();
                assertThat(sizes(index.position())).as("after step %s", step).contains(index.size());
                index.rebuild(List.of(), 4);
                assertThat(index.size()).isZero();
            }
        }
        assertThat(step).isGreaterThan(20);
    }

    private static List<Integer> sizes(long position) {
        return switch ((int) position) {
            case 1 -> List.of(3);
            case 2 -> List.of(12);
            case 3 -> List.of(2, 11); // the change reached the old or the new content
            default -> throw new IllegalStateException("no such position: " + position);
        };
    }

    private static boolean succeeds(Runnable write) {
        try {
            write.run();
            return true;
        } catch (IndexUnavailable e) {
            return false;
        }
    }
}
