package dari.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dari.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReminderTests {

    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    @Test
    void onceThirtySevenAndOneDayBeforeAndOnceItHasEnded() {
        Document document = document(END);
        List<Integer> told = IntStream.rangeClosed(-40, 5)
                .filter(day -> document.takeReminder(END.plusDays(day)).isPresent())
                .boxed()
                .toList();
        assertThat(told).containsExactly(-30, -7, -1, 1);
    }

    @Test
    void daysOnWhichNothingRanAreMadeUpForByOneReminder() {
        Document document = document(END);
        assertThat(document.takeReminder(END.minusDays(3))).hasValue(7);
        assertThat(document.takeReminder(END.minusDays(2))).isEmpty();
        assertThat(document.takeReminder(END.plusDays(9))).hasValue(-1);
    }

    @Test
    void anotherEndIsAnnouncedAnewAndTheSameIsNot() {
        Document document = document(END);
        document.takeReminder(END);
        document.replace(content(END), UUID.randomUUID(), Instant.EPOCH);
        assertThat(document.takeReminder(END)).isEmpty();
        document.replace(content(END.plusYears(1)), UUID.randomUUID(), Instant.EPOCH);
        assertThat(document.takeReminder(END.plusYears(1))).hasValue(1);
    }

    @Test
    void theLastDayStillCounts() {
        assertThat(content(END).state(END.minusDays(31))).isEqualTo(DocumentState.VALID);
        assertThat(content(END).state(END)).isEqualTo(DocumentState.ENDING);
        assertThat(content(END).state(END.plusDays(1))).isEqualTo(DocumentState.EXPIRED);
        assertThat(content(null).state(END)).isEqualTo(DocumentState.VALID);
    }

    private static Document document(LocalDate end) {
        return new Document(
                new DocumentId(UUID.randomUUID()),
                new OrganizationId(UUID.randomUUID()),
                content(end),
                UUID.randomUUID(),
                Instant.EPOCH);
    }

    private static DocumentContent content(LocalDate end) {
        return new DocumentContent(DocumentKind.TAX_CLEARANCE, "납세증명서", "", "", null, end);
    }
}
