package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The learned model by itself: no rule has looked at these notes. */
class LearnedSpansTests {

    private static Knowledge knowledge;
    private static LearnedSpans learned;

    @BeforeAll
    static void load() {
        knowledge = Knowledge.shared();
        learned = new LearnedSpans(knowledge, new KoreanGrammar(knowledge.lexicon()), new KoreanMorphology());
    }

    private static List<String> found(String note) {
        Claims claims = new Claims(FoldedText.of(note));
        learned.claim(claims, Token.of(claims.text()));
        return claims.inInput().stream()
                .map(f -> f.type() + " " + note.substring(f.start(), f.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Discussed with Dr. Quastheimer, who agrees with the plan.|NAME Quastheimer",
                "Attending: Oluwaseun Brathwaite|NAME Oluwaseun Brathwaite",
                "판독의: 목단비 (면허번호 48213)|NAME 목단비",
                "보호자: 견다솔 (배우자)|NAME 견다솔",
                "Transferred from Quillfeather Nursing Home.|ORGANIZATION Quillfeather"
            })
    void findsNamesThatNoListHolds(String note, String finding) {
        assertThat(found(note)).anyMatch(found -> found.startsWith(finding));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lungs clear. Continue metformin 500 mg twice a day. Murphy sign negative.",
                "복부 초음파상 담석 관찰됨. 수술 후 통증 조절 잘 됨.",
                "BP 118/70 HR 88. Triage 03:12. Grade 2 of 4."
            })
    void leavesCleanNotesAlone(String note) {
        assertThat(found(note)).isEmpty();
    }

    @Test
    void offsetsAreThoseOfTheInput() {
        String note = "Ａttending:\u200b Oluwaseun Brathwaite";
        assertThat(found(note)).containsExactly("NAME Oluwaseun Brathwaite");
    }

    @Test
    void takesNothingThatARuleHasTaken() {
        Claims claims = new Claims(FoldedText.of("Attending: Oluwaseun Brathwaite"));
        claims.claim(11, 20, IdentifierType.ORGANIZATION);
        learned.claim(claims, Token.of(claims.text()));
        assertThat(claims.inInput())
                .extracting(Finding::start, Finding::type)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(11, IdentifierType.ORGANIZATION),
                        org.assertj.core.groups.Tuple.tuple(21, IdentifierType.NAME));
    }

    /** A whole name of listed words stays whatever the model says. */
    @Test
    void givesBackANameOfTheRulesThatItCannotSee() {
        String note =
                "Admitted 03/05/2024, discharged 03/09/2024, follow-up 04/02/2024. Continue metformin 500 mg twice a day."
                        + " Ask Rose Hill about the dressing.";
        Claims claims = new Claims(FoldedText.of(note));
        for (String date : List.of("03/05/2024", "03/09/2024", "04/02/2024")) {
            claims.claim(note.indexOf(date), note.indexOf(date) + date.length(), IdentifierType.DATE);
        }
        claims.claim(note.indexOf("metformin"), note.indexOf(" 500"), IdentifierType.NAME);
        claims.claim(note.indexOf("dressing"), note.indexOf("dressing") + 8, IdentifierType.ORGANIZATION);
        claims.claim(note.indexOf("Rose"), note.indexOf(" about"), IdentifierType.NAME);
        learned.claim(claims, Token.of(claims.text()));
        assertThat(claims.inInput().stream()
                        .map(f -> note.substring(f.start(), f.end()))
                        .toList())
                .containsExactly("03/05/2024", "03/09/2024", "04/02/2024", "Rose Hill");
    }

    @Test
    void listsKnowNamesPlacesAndWords() {
        LatinWords lists = knowledge.lists();
        assertThat(lists.of("siobhan") & LatinWords.GIVEN).isNotZero();
        assertThat(lists.of("kowalski") & LatinWords.FAMILY).isNotZero();
        assertThat(lists.of("duluth") & LatinWords.PLACE).isNotZero();
        assertThat(lists.of("improved")).isEqualTo(LatinWords.WORD);
        assertThat(lists.of("xqzzv")).isZero();
    }

    /** Labels of made-up notes stand on what they name, whole words of it. */
    @Test
    void trainingNotesAreLabelledWhereTheirWordsStand() {
        Random random = new Random(1);
        TrainingNotes notes = new TrainingNotes(
                new InventedWords(knowledge.lexicon(), random),
                knowledge.lists(),
                random,
                List.of(new Evaluation.Labelled("a", "Seen by Kim.", List.of(new Evaluation.Label(8, 11, "NAME")))),
                List.of(List.of("Dr {F} called {P}."), List.of("{N}님 {D} 내원")),
                List.of(List.of("Lungs clear."), List.of("이상 없음.")));
        for (int i = 0; i < 200; i++) {
            TrainingNotes.Note note = notes.next();
            FoldedText folded = FoldedText.of(note.text());
            List<Unit> units = Unit.of(folded.text());
            Tag[] tags = TrainingNotes.tags(note, folded, units);
            for (Evaluation.Label label : note.labels()) {
                assertThat(note.text().substring(label.start(), label.end()))
                        .isEqualTo(note.text()
                                .substring(label.start(), label.end())
                                .strip());
                for (int u = 0; u < tags.length; u++) {
                    boolean inside = units.get(u).start() >= label.start()
                            && units.get(u).end() <= label.end();
                    assertThat(!inside || tags[u] == Tag.of(IdentifierType.valueOf(label.type())))
                            .as(note.text())
                            .isTrue();
                }
            }
        }
    }
}
