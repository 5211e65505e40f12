package dari.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.matching.OfferIndex.Candidate;
import dari.matching.OfferIndex.Change;
import java.time.Duration;
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

    /** An empty index that remembers how far a rebuild came at least every 500 offers. */
    protected abstract OfferIndex open() throws Exception;

    /** An index in the same place whose offers come from a database; the same place in each call of a test. */
    protected abstract OfferIndex openFor(String origin) throws Exception;

    /** Where another process finds an index of this kind, as {@link RebuildInAChild#open} takes it. */
    protected abstract String location();

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
    void anInterruptedRebuildIsContinuedBehindWhatItStored() {
        index.rebuild(List.of(offer("old", "stroke")), 3);
        NumberedOffers broken = new NumberedOffers("glaucoma", 1_300, 4, number -> {
            if (number == 1_200) {
                throw new IllegalStateException("the database went away");
            }
        });
        assertThatThrownBy(() -> index.rebuild(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(ids("glaucoma")).containsExactly("old");
        index.apply(List.of(new Change.Put(offer("old", "caries"))), 9); // the served index goes on in between

        NumberedOffers whole = new NumberedOffers("glaucoma", 1_300, 9);
        index.rebuild(whole);
        assertThat(whole.continuedAfter()).isGreaterThanOrEqualTo("000999");
        assertIsWhole(index, 1_300, 4); // where the interrupted one began: later changes are applied again
    }

    @Test
    void aSourceThatCannotReadOnStartsOver() {
        NumberedOffers broken = new NumberedOffers("glaucoma", 1_300, 4, number -> {
            if (number == 1_200) {
                throw new IllegalStateException("the database went away");
            }
        });
        assertThatThrownBy(() -> index.rebuild(broken)).isInstanceOf(IllegalStateException.class);
        index.rebuild(List.of(offer("a", "stroke")), 5);
        assertThat(ids("glaucoma")).containsExactly("a");
        assertThat(index.position()).isEqualTo(5);
    }

    @Test
    void aKilledRebuildIsNeverServedAndContinued() throws Exception {
        try (OfferIndex before = RebuildInAChild.open(location())) {
            before.rebuild(List.of(offer("old", "stroke")), 1);
        }
        RebuildInAChild.startAndKill(location());
        try (OfferIndex after = RebuildInAChild.open(location())) {
            assertThat(after.position()).isEqualTo(1);
            assertThat(after.search(RebuildInAChild.WORD, List.of(), 10))
                    .extracting(candidate -> candidate.offer().id())
                    .containsExactly("old");
            NumberedOffers rest = new NumberedOffers(RebuildInAChild.WORD, RebuildInAChild.OFFERS, 99);
            after.rebuild(rest);
            assertThat(rest.continuedAfter()).isGreaterThanOrEqualTo("004999");
            assertIsWhole(after, RebuildInAChild.OFFERS, RebuildInAChild.POSITION);
        }
    }

    @Test
    void anIndexOfAnotherDatabaseCountsAsNeverBuilt() throws Exception {
        try (OfferIndex one = openFor("database-1")) {
            one.rebuild(List.of(offer("a", "stroke")), 3);
        }
        try (OfferIndex other = openFor("Database 2, restored")) {
            assertThat(other.position()).isEqualTo(-1);
            assertThatThrownBy(() -> other.search("stroke", List.of(), 10)).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> other.apply(List.of(new Change.Withdraw("a")), 4))
                    .isInstanceOf(IndexUnavailable.class);
            other.rebuild(List.of(offer("b", "stroke")), 1);
        }
        try (OfferIndex again = openFor("Database 2, restored")) {
            assertThat(again.position()).isEqualTo(1);
            assertThat(again.search("stroke", List.of(), 10))
                    .extracting(candidate -> candidate.offer().id())
                    .containsExactly("b");
        }
    }

    @Test
    void whatAnEngineRefusesIsReportedAndTheRestIsStored() {
        String endless = "x".repeat(40_000);
        List<OfferIndex.Refused> refused = index.apply(
                List.of(
                        new Change.Put(offer("a", "stroke")),
                        new Change.Put(offer(endless, "stroke")),
                        new Change.Put(offer("b", "stroke"))),
                3);
        assertThat(refused).extracting(OfferIndex.Refused::offerId).containsExactly(endless);
        assertThat(ids("stroke")).containsExactlyInAnyOrder("a", "b");
        assertThat(index.position()).isEqualTo(3);
        assertThat(index.rebuild(List.of(offer(endless, "stroke"), offer("c", "stroke")), 4))
                .extracting(OfferIndex.Refused::offerId)
                .containsExactly(endless);
        assertThat(ids("stroke")).containsExactly("c");
    }

    @Test
    void readersSeeEachRebuildAsOneStep() throws Exception {
        index.rebuild(new NumberedOffers("state0", 60, 0));
        Runnable oneStateAtATime = () -> {
            List<Candidate> seen = index.search("", List.of(), 200);
            assertThat(seen).hasSize(60);
            assertThat(seen.stream().map(candidate -> candidate.offer().title()).distinct())
                    .hasSize(1);
        };
        try (Readers readers = new Readers(4, oneStateAtATime)) {
            for (int state = 1; state <= 8; state++) {
                index.rebuild(new NumberedOffers("state" + state, 60, state));
            }
            readers.stop();
        }
    }

    @Test
    void servesManyReadersWhileItChanges() throws Exception {
        index.rebuild(List.of(offer("a", "stroke"), offer("b", "glaucoma")), 0);
        Runnable bestFirst =
                () -> assertThat(ids("stroke")).startsWith("a").contains("b").doesNotHaveDuplicates();
        try (Readers readers = new Readers(4, bestFirst)) {
            for (int i = 1; i <= 40; i++) {
                index.apply(List.of(new Change.Put(offer("c" + i % 3, "폐결절 " + i))), i);
            }
            readers.stop();
        }
        assertThat(index.position()).isEqualTo(40);
        assertThat(ids("폐결절")).hasSize(5).element(0).asString().startsWith("c");
    }

    @Test
    void writersWaitForEachOther() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> written = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String id = "w" + i;
                long position = i;
                written.add(writers.submit(() -> index.apply(List.of(new Change.Put(offer(id, "stroke"))), position)));
            }
            for (Future<?> write : written) {
                write.get();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(index.search("stroke", List.of(), 100)).hasSize(24);
    }

    @Test
    void aChangeIsVisibleWithinASecond() {
        index.rebuild(new NumberedOffers("stroke", 3_000, 1));
        index.apply(List.of(new Change.Put(offer("warm", "stroke"))), 2);
        long started = System.nanoTime();
        index.apply(List.of(new Change.Put(offer("new", "glaucoma"))), 3);
        assertThat(ids("glaucoma").get(0)).isEqualTo("new");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void survivesStrangeText() {
        index.rebuild(List.of(offer("a", "\ud83d broken \udc00 pair"), offer("b", "x".repeat(200_000))), 1);
        assertThat(index.search("\ud83d", List.of(), 10)).hasSize(2);
        assertThat(index.search("", List.of(), 10)).hasSize(2);
    }

    private static void assertIsWhole(OfferIndex index, int offers, long position) {
        assertThat(index.search("", List.of(), 10_000))
                .extracting(candidate -> candidate.offer().id())
                .hasSize(offers)
                .doesNotHaveDuplicates();
        assertThat(index.position()).isEqualTo(position);
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
