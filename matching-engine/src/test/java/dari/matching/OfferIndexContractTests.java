package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every index of offers does; each engine's tests extend it. */
public abstract class OfferIndexContractTests {

    private OfferIndex index;

    protected abstract OfferIndex open() throws Exception;

    @BeforeEach
    void openIndex() throws Exception {
        index = open();
        index.rebuild(List.of(), 0);
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Test
    void findsWhatTheWordsSpeakOfFirst() {
        index.rebuild(
                List.of(offer("ecg", "12-lead ECG archive for arrhythmia"), offer("derm", "Skin images with biopsy")),
                1);
        assertThat(ids("arrhythmia ECG")).containsExactly("ecg", "derm");
        assertThat(ids("biopsy of skin")).containsExactly("derm", "ecg");
    }

    @Test
    void aKoreanNeedFindsAnEnglishOfferAndTheOtherWayRound() {
        index.rebuild(
                List.of(
                        offer("en", "Low-dose CT of pulmonary nodules"),
                        offer("ko", "비소세포폐암 병리 슬라이드"),
                        offer("far", "Knee osteoarthritis radiographs")),
                1);
        assertThat(ids("폐결절을 저선량CT로 찾습니다").get(0)).isEqualTo("en");
        assertThat(ids("whole slide image of non-small cell lung cancer").get(0))
                .isEqualTo("ko");
    }

    @Test
    void aChangeIsVisibleAtOnceAndAWithdrawnOfferIsGone() {
        index.apply(List.of(new Change.Put(offer("a", "stroke"))), 5);
        index.apply(List.of(new Change.Put(offer("a", "glaucoma")), new Change.Put(offer("b", "stroke"))), 7);
        assertThat(index.search("glaucoma", List.of(), 10)).hasSize(2);
        assertThat(ids("glaucoma").get(0)).isEqualTo("a");
        index.apply(List.of(new Change.Withdraw("a")), 8);
        assertThat(ids("glaucoma")).containsExactly("b");
        assertThat(index.position()).isEqualTo(8);
    }

    @Test
    void theBestIsOneAndWhatHasNothingInCommonIsZero() {
        index.rebuild(List.of(offer("a", "stroke imaging"), offer("b", "dental caries")), 1);
        List<Candidate> found = index.search("stroke", List.of("disease:stroke"), 10);
        assertThat(found.get(0).relevance()).isEqualTo(1);
        assertThat(found.get(1).relevance()).isEqualTo(0);
        assertThat(found.get(0).offer()).isEqualTo(offer("a", "stroke imaging"));
    }

    @Test
    void aRebuildThatFailsLeavesTheOldContentServed() {
        index.rebuild(List.of(offer("a", "stroke")), 3);
        Iterable<Offer> broken = () -> {
            Iterator<Offer> first = List.of(offer("b", "glaucoma")).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return true;
                }

                @Override
                public Offer next() {
                    if (first.hasNext()) {
                        return first.next();
                    }
                    throw new IllegalStateException("the database went away");
                }
            };
        };
        assertThatThrownBy(() -> index.rebuild(broken, 4)).isInstanceOf(IllegalStateException.class);
        assertThat(index.position()).isEqualTo(3);
        index.apply(List.of(new Change.Put(offer("c", "stroke"))), 5);
        assertThat(ids("stroke")).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void servesManyReadersWhileItChanges() throws Exception {
        index.rebuild(List.of(offer("a", "stroke"), offer("b", "glaucoma")), 0);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 1; i <= 40; i++) {
                answers.add(readers.submit(() -> ids("stroke")));
                index.apply(List.of(new Change.Put(offer("c" + i % 3, "폐결절 " + i))), i);
            }
            for (Future<List<String>> answer : answers) {
                assertThat(answer.get()).startsWith("a").contains("b");
            }
        } finally {
            readers.shutdown();
        }
        assertThat(index.position()).isEqualTo(40);
        assertThat(ids("폐결절")).hasSize(5).element(0).asString().startsWith("c");
    }

    @Test
    void survivesStrangeText() {
        index.rebuild(List.of(offer("a", "\ud83d broken \udc00 pair"), offer("b", "x".repeat(200_000))), 1);
        assertThat(index.search("\ud83d", List.of(), 10)).hasSize(2);
        assertThat(index.search("", List.of(), 10)).hasSize(2);
    }

    private List<String> ids(String text) {
        return index.search(text, List.of(), 10).stream()
                .map(candidate -> candidate.offer().id())
                .toList();
    }

    private static Offer offer(String id, String title) {
        Offer o = Samples.offer(id, title, Samples.openForHealth());
        return new Offer(
                o.id(),
                o.kind(),
                o.title(),
                o.text(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                o.formats(),
                o.environments(),
                o.region(),
                o.persons(),
                o.yearFrom(),
                o.yearTo(),
                o.clinicianHours(),
                o.terms(),
                o.wants());
    }
}
