package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionsTests {

    @ParameterizedTest
    @CsvSource({
        "'PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, MoCA 18/30, urge 3/10', true",
        "'PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, urge 3/10', false",
        "'PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, MoCA 18/30, seen 3/5/24', false",
        "'PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, MoCA 18/30, 10월 재진', false",
        "'PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, MoCA 18/30, back 4 Mar', false",
        "'BP 120/80, 118/76, INR 2.1/1.9, 24.6/31.9', true"
    })
    void prevailWhereFourCanBeNoDaysAndNoDayIsSure(String note, boolean prevail) {
        assertThat(new Fractions(note).prevail()).isEqualTo(prevail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cough 2/52, review 3/7", "G2P1 at 26/40, seen 5/12"})
    void countDaysAndMonthsWhereWeeksAreCounted(String note) {
        assertThat(isStretch(note)).isTrue();
        assertThat(isStretch(note.replace("review", "back on").replace("seen", "since")))
                .isFalse();
        assertThat(isStretch(note.replaceAll("2/52|26/40", "6 weeks"))).isFalse();
    }

    /** Whether some fraction of the note is so many days or months. */
    private static boolean isStretch(String note) {
        Matcher form = SlashDates.FORM.matcher(note);
        while (form.find()) {
            if (SlashDates.isStretch(note, form, new Fractions(note))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void sayNothingOfWhatIsNoFraction() {
        assertThat(new Fractions("and/or").clue(3)).isNegative();
        assertThat(new Fractions("3/5/24").clue(1)).isNegative();
        assertThat(new Fractions("1-2/3").clue(3)).isNegative();
        assertThat(new Fractions("3/5").clue(1)).isNotNegative();
    }
}
