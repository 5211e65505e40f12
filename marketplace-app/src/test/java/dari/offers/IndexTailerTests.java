package dari.offers;

import static dari.support.Marketplace.anOffer;
import static dari.support.Marketplace.healthTerms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dari.matching.IndexUnavailable;
import dari.matching.OfferIndex;
import dari.matching.OfferSource;
import dari.matching.lucene.LuceneOfferIndex;
import dari.matching.retrieval.Retrieval;
import dari.matching.vocabulary.Vocabulary;
import dari.support.ActAs;
import dari.support.DariTest;
import dari.support.Marketplace;
import dari.support.People;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an index follows the list of changes: alone, with others, and after it was away. */
@DariTest
class IndexTailerTests {

    private static final Turn MINE = work -> {
        work.run();
        return true;
    };

    @Autowired
    PublishedOffers published;

    @Autowired
    IndexChanges changes;

    @Autowired
    Offers offers;

    @Autowired
    OfferSearch search;

    @Autowired
    Clock clock;

    @Autowired
    DataSource database;

    @Autowired
    Vocabulary vocabulary;

    @Autowired
    Marketplace marketplace;

    @Autowired
    People people;

    @TempDir
    Path folder;

    @Test
    void aChangeIsVisibleWithinASecondByItself() {
        ActAs hospital = people.aHospital();
        await().until(() -> search.search("", List.of(), 1).isPresent()); // the first build is done
        OfferId id = marketplace.published(hospital, anOffer("저절로보이는말", healthTerms()));
        await().atMost(Duration.ofSeconds(1)).until(() -> finds("저절로보이는말", id));
        hospital.run(() -> offers.withdraw(id));
        await().atMost(Duration.ofSeconds(1)).until(() -> !finds("저절로보이는말", id));
    }

    @Test
    void anIndexThatWasNeverBuiltIsBuiltAndAnInterruptedBuildIsContinued() {
        ActAs hospital = people.aHospital();
        List<OfferId> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(marketplace.published(hospital, anOffer("자료 " + i, healthTerms())));
        }
        hospital.run(() -> offers.withdraw(ids.get(2)));
        try (OfferIndex index = LuceneOfferIndex.open(folder, vocabulary)) {
            tailer(index, MINE).follow();
            assertThat(ids(index))
                    .contains(ids.get(0).value().toString(), ids.get(1).value().toString())
                    .doesNotContain(ids.get(2).value().toString())
                    .doesNotHaveDuplicates();
            assertThat(published.after(ids.get(0).value().toString()).orElseThrow())
                    .extracting(dari.matching.Offer::id)
                    .contains(ids.get(1).value().toString())
                    .doesNotContain(ids.get(0).value().toString());
        }
    }

    @Test
    void twoNodesNeverWriteAtOnceAndOneGoesOnWhenTheOtherDies() throws Exception {
        ActAs hospital = people.aHospital();
        try (LuceneOfferIndex shared = LuceneOfferIndex.open(folder, vocabulary)) {
            Watched watched = new Watched(shared);
            IndexTailer one = tailer(watched, new DatabaseLock(database, "test-index"));
            IndexTailer other = tailer(watched, new DatabaseLock(database, "test-index"));
            one.follow();
            OfferId id = marketplace.published(hospital, anOffer("둘중하나", healthTerms()));
            watched.holdNextWrite();
            ExecutorService node = Executors.newSingleThreadExecutor();
            try {
                Future<?> writing = node.submit(one::follow);
                watched.entered.await();
                int before = watched.writes.get();
                other.follow(); // returns without having touched the index
                assertThat(watched.writes).hasValue(before);
                watched.release.countDown();
                writing.get();
            } finally {
                node.shutdownNow();
            }
            assertThat(ids(shared)).contains(id.value().toString());
            hospital.run(() -> offers.withdraw(id));
            other.follow();
            assertThat(ids(shared)).doesNotContain(id.value().toString());
        }
    }

    @Test
    void manyTailersAtOnceLeaveTheIndexAsTheDatabaseIs() throws Exception {
        ActAs hospital = people.aHospital();
        List<OfferId> ids = new ArrayList<>();
        try (LuceneOfferIndex shared = LuceneOfferIndex.open(folder, vocabulary)) {
            Watched watched = new Watched(shared);
            List<IndexTailer> tailers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                tailers.add(tailer(watched, new DatabaseLock(database, "test-index")));
            }
            ExecutorService nodes = Executors.newFixedThreadPool(tailers.size());
            try {
                for (int round = 0; round < 10; round++) {
                    List<Future<?>> running = new ArrayList<>();
                    tailers.forEach(tailer -> running.add(nodes.submit(tailer::follow)));
                    ids.add(marketplace.published(hospital, anOffer("자료 " + round, healthTerms())));
                    if (round % 2 == 1) {
                        OfferId gone = ids.remove(0);
                        hospital.run(() -> offers.withdraw(gone));
                    }
                    for (Future<?> each : running) {
                        each.get();
                    }
                }
            } finally {
                nodes.shutdownNow();
            }
            tailers.get(0).follow();
            assertThat(watched.atOnce).as("writers at the same time").isFalse();
            List<String> expected = new ArrayList<>();
            published.all().forEach(offer -> expected.add(offer.id()));
            assertThat(ids(shared)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whenANodeDiesItsLockIsFreeWithItsSession() {
        DatabaseLock lock = new DatabaseLock(database, "test-death");
        assertThatThrownBy(() -> lock.take(() -> {
                    throw new IllegalStateException("died");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(new DatabaseLock(database, "test-death").take(() -> {})).isTrue();
    }

    @Test
    void anIndexThatWasAwayCatchesUpByItself() {
        ActAs hospital = people.aHospital();
        try (LuceneOfferIndex real = LuceneOfferIndex.open(folder, vocabulary)) {
            Watched watched = new Watched(real);
            IndexTailer tailer = tailer(watched, MINE);
            tailer.follow();
            watched.away = true;
            OfferId id = marketplace.published(hospital, anOffer("자료", healthTerms()));
            tailer.follow();
            assertThat(ids(real)).doesNotContain(id.value().toString());
            watched.away = false;
            tailer.follow();
            assertThat(ids(real)).contains(id.value().toString());
        }
    }

    @Test
    void anIndexAheadOfTheDatabaseIsBuiltAnew() {
        OfferId id = marketplace.published(people.aHospital(), anOffer("자료", healthTerms()));
        try (OfferIndex index = LuceneOfferIndex.open(folder, vocabulary)) {
            index.rebuild(List.of(), Long.MAX_VALUE); // as after a backup of an earlier day was put in place
            tailer(index, MINE).follow();
            assertThat(ids(index)).contains(id.value().toString());
            assertThat(index.position()).isLessThanOrEqualTo(changes.last());
        }
    }

    @Test
    void theApplicationServesNoIndexOfAnotherDatabase() {
        JdbcClient jdbc = JdbcClient.create(database);
        SearchConfiguration configuration = new SearchConfiguration();
        Retrieval retrieval = Retrieval.lexical(vocabulary);
        try (OfferIndex other = LuceneOfferIndex.open(folder.resolve("index"), retrieval, "another database")) {
            other.rebuild(List.of(), 3);
        }
        try (OfferIndex mine = configuration.luceneIndex(folder, vocabulary, jdbc)) {
            assertThat(mine.position()).isEqualTo(-1);
            tailer(mine, MINE).follow();
        }
        try (OfferIndex again = configuration.luceneIndex(folder, vocabulary, jdbc)) {
            assertThat(again.position()).isNotNegative();
        }
    }

    private IndexTailer tailer(OfferIndex index, Turn turn) {
        return new IndexTailer(index, turn, published, changes, offers, clock);
    }

    private boolean finds(String text, OfferId id) {
        return search.search(text, List.of(), 500).orElseThrow().stream()
                .anyMatch(candidate -> candidate.offer().id().equals(id.value().toString()));
    }

    private static List<String> ids(OfferIndex index) {
        return index.search("", List.of(), 10_000).stream()
                .map(candidate -> candidate.offer().id())
                .toList();
    }

    /** An index that tells whether two write to it at once, can hold a write, and can be away. */
    private static final class Watched implements OfferIndex {

        private final OfferIndex index;
        private final AtomicInteger writing = new AtomicInteger();
        private final AtomicInteger writes = new AtomicInteger();
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private volatile boolean hold;
        private volatile boolean atOnce;
        private volatile boolean away;

        Watched(OfferIndex index) {
            this.index = index;
        }

        void holdNextWrite() {
            hold = true;
        }

        private <T> T write(java.util.function.Supplier<T> work) {
            if (away) {
                throw new IndexUnavailable("away for a test", null);
            }
            atOnce |= writing.incrementAndGet() > 1;
            writes.incrementAndGet();
            try {
                if (hold) {
                    hold = false;
                    entered.countDown();
                    release.await();
                }
                return work.get();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                writing.decrementAndGet();
            }
        }

        @Override
        public List<Refused> apply(List<Change> changed, long position) {
            return write(() -> index.apply(changed, position));
        }

        @Override
        public List<Refused> rebuild(OfferSource source) {
            return write(() -> index.rebuild(source));
        }

        @Override
        public long position() {
            return index.position();
        }

        @Override
        public List<Candidate> search(String text, List<String> codes, int limit) {
            return index.search(text, codes, limit);
        }

        @Override
        public void close() {
            index.close();
        }
    }
}
