package dari.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReviewTests {

    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final LocalDate INVITED = LocalDate.of(2026, 11, 26);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);

    @Test
    void remindsOnceBeforeTheLastDayAndOnceOnIt() {
        Review review = accepted();
        List<LocalDate> reminded = INVITED.datesUntil(DUE.plusDays(3))
                .filter(day -> review.takeReminder(day, 3))
                .toList();
        assertThat(reminded).containsExactly(DUE.minusDays(3), DUE);
        assertThat(review.takeReminder(DUE, 3)).isFalse();
    }

    @Test
    void remindsOnlyOnceWhenNobodyCameByBefore() {
        Review review = accepted();
        assertThat(review.takeReminder(DUE.plusDays(1), 3)).isTrue();
        assertThat(review.takeReminder(DUE.plusDays(1), 3)).isFalse();
    }

    @Test
    void isReplacedWhenNobodyAnswersOrNothingIsHandedInAndOnlyOnce() {
        Review silent = invited();
        assertThat(silent.needsReplacement(INVITED.plusDays(5))).isFalse();
        assertThat(silent.needsReplacement(INVITED.plusDays(6))).isTrue();
        silent.replace(NOW);
        assertThat(silent.status()).isEqualTo(ReviewStatus.LAPSED);
        assertThatThrownBy(() -> silent.declare(false)).isInstanceOf(ProgramRuleBrokenException.class);

        Review late = accepted();
        assertThat(late.needsReplacement(DUE)).isFalse();
        assertThat(late.needsReplacement(DUE.plusDays(1))).isTrue();
        late.replace(NOW);
        assertThat(late.needsReplacement(DUE.plusDays(2))).isFalse();
        late.submit(Map.of("need", 3), "늦었지만", NOW);
        assertThat(late.status()).isEqualTo(ReviewStatus.SUBMITTED);
    }

    @Test
    void aReviewGivenBackIsOpenAgainWithWhatWasWritten() {
        Review review = accepted();
        review.submit(Map.of("need", 3), "좋습니다", NOW);
        assertThatThrownBy(() -> review.draft(Map.of(), "", NOW)).isInstanceOf(ProgramRuleBrokenException.class);
        review.reopen("까닭을 더 적어 주세요", DUE.plusDays(7));
        assertThat(review.scores()).containsEntry("need", 3);
        assertThat(review.isLate(DUE.plusDays(7))).isFalse();
        review.draft(Map.of("need", 2), "덜 좋습니다", NOW);
        assertThat(review.comment()).isEqualTo("덜 좋습니다");
    }

    @Test
    void aConflictFoundLateTakesTheWordsAway() {
        Review review = accepted();
        review.draft(Map.of("need", 5), "친구라서", NOW);
        review.recuse();
        assertThat(review.scores()).isEmpty();
        assertThat(review.comment()).isNull();
    }

    @Test
    void masksNamesHoweverTheyAreSpaced() {
        BlindText blind = new BlindText(List.of("물푸레 대학교병원", "Mulpure University Hospital", "결마루"));
        assertThat(blind.mask("결마루가 물푸레대학교병원과 MULPURE university hospital에서")).isEqualTo("○○○가 ○○○과 ○○○에서");
    }

    private static Review invited() {
        return new Review(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), NOW, INVITED.plusDays(5), DUE);
    }

    private static Review accepted() {
        Review review = invited();
        review.declare(false);
        return review;
    }
}
