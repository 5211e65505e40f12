package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that only the place tells where they stand: in rows, at the end of a note, in a sentence without blanks. */
class NamesByPlaceTests {

    private final Scrubber scrubber = new Scrubber(ScrubPlan.USUAL, new byte[32]);

    private List<String> found(String text) {
        return scrubber.scrub("p", text).spans().stream()
                .map(s -> s.type() + " " + text.substring(s.start(), s.end()))
                .toList();
    }

    @Test
    void findsNamesInASentenceWithoutBlanks() {
        assertThat(found("010-2345-6789 요양보호사방울입니다조갑순어르신오늘식사거부하시고배말숙어르신이랑말다툼하심 2024-03-05"))
                .contains("NAME 조갑순", "NAME 배말숙");
    }

    @Test
    void findsBedsByTheNamesBehindThem() {
        assertThat(
                        found(
                                "Handover AMU\nC14 Pereira-Whitlock 66F CAP\nC15 Siobhan Daly 41, DKA\nC16 empty (deep clean)\n"))
                .contains("ID C14", "ID C15", "ID C16");
        assertThat(found("3층 인원\n301A 김민준 301B 박서연 301C 최영희 안정\n")).contains("ID 301A", "ID 301B", "ID 301C");
        assertThat(found("인계\n8E07 천둥 M/50 ALD\n8E08 은빛 F/66 AECOPD\n"))
                .contains("ID 8E07", "NAME 천둥", "ID 8E08", "NAME 은빛");
        assertThat(found("Percussion\nT11 clear\nT12 clear\nL1 clear\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seen on the ward, stable overnight.;Home tomorrow.;jhb | jhb",
                "Seen on the ward, stable overnight.;Home tomorrow. - TW | TW",
                "Seen on the ward, stable overnight.;Dictated not signed TMC/dk | TMC/dk"
            })
    void findsInitialsThatSignANote(String text, String initials) {
        assertThat(found(text.replace(';', '\n'))).containsExactly("NAME " + initials);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Seen on the ward.;Paracetamol 1 g.;prn",
                "Seen on the ward.;Diet as tolerated, now NPO - ok",
                "Seen on the ward.;Transfer to - ICU",
                "seen and well. jhb"
            })
    void takesNoLastWordForASignature(String text) {
        assertThat(found(text.replace(';', '\n'))).isEmpty();
    }

    @Test
    void findsWhoSpeaksInAChatByTheNameBeforeTheirLines() {
        assertThat(
                        found(
                                "lopes: anyone covering clinic?\nwren: me unless away\nlopes: ok ta\nwren: ringing now\nplan: none\nplan: x"))
                .contains("NAME lopes", "NAME wren")
                .doesNotContain("NAME plan");
    }

    @Test
    void findsInitialsOfPersonsAndLeavesThoseOfWords() {
        assertThat(found(
                        "Consent signed, T.A.O. for the PI. P.O. intake fine, I.V. stopped. Subject init R-M, kit 20."))
                .contains("NAME T.A.O.", "NAME R-M")
                .noneMatch(name -> name.contains("P.O") || name.contains("I.V"));
        assertThat(found("보호자 ㅂㅁㅈ 님 방문 ㅎㅎ ㅋㅋ ㅇㅋ")).containsExactly("NAME ㅂㅁㅈ");
        assertThat(found("calling for clementine, that is b o u d r e a u x, about the bill"))
                .contains("NAME b o u d r e a u x");
    }
}
