package dari.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dari.matching.Offer;
import dari.matching.OfferIndex.Candidate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FoundWordsTests {

    private static final Instant NOW = Instant.parse("2026-11-26T01:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(86_400);
    private static final UUID OFFER = UUID.randomUUID();

    private final Clock clock = mock(Clock.class);
    private final FoundWords found = new FoundWords(clock);
    private final AtomicInteger searches = new AtomicInteger();

    @BeforeEach
    void start() {
        when(clock.instant()).thenReturn(NOW);
    }

    @Test
    void asksOnceForTheSameWords() {
        assertThat(words("chest CT", LONG_AGO)).isEqualTo(0.1);
        assertThat(words("chest CT", LONG_AGO)).isEqualTo(0.1);
        assertThat(searches).hasValue(1);
    }

    @Test
    void givesNoNeedWhatWasFoundForAnother() {
        words("chest CT", LONG_AGO);
        assertThat(words("chest MR", LONG_AGO)).isEqualTo(0.2);
    }

    @Test
    void asksAgainWhenTheOfferChangedOrTheTimeIsOver() {
        words("chest CT", LONG_AGO);
        // changed so shortly before that the index may have answered with the offer of before
        assertThat(words("chest CT", NOW.minus(FoundWords.FOLLOWED))).isEqualTo(0.2);
        when(clock.instant()).thenReturn(NOW.plus(FoundWords.KEPT));
        assertThat(words("chest CT", LONG_AGO)).isEqualTo(0.3);
    }

    @Test
    void doesNotRememberThatSearchWasAway() {
        assertThat(found.of("chest CT", List.of(), LONG_AGO, Optional::empty)).isEmpty();
        assertThat(words("chest CT", LONG_AGO)).isEqualTo(0.1);
    }

    private double words(String text, Instant changedAt) {
        return found.of(text, List.of("modality:ct"), changedAt, this::search)
                .orElseThrow()
                .getOrDefault(OFFER, 0.0);
    }

    /** Each search finds a tenth more than the one before. */
    private Optional<List<Candidate>> search() {
        Offer offer = mock(Offer.class);
        when(offer.id()).thenReturn(OFFER.toString());
        return Optional.of(List.of(new Candidate(offer, searches.incrementAndGet() / 10.0)));
    }
}
