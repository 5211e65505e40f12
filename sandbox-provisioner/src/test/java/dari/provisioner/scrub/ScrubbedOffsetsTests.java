package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offsets over random Unicode, the order of short dates, and that many cores answer as one does. */
class ScrubbedOffsetsTests {

    private static final String[] PIECES = {
        "😀",
        "👨‍👩‍👧",
        "e\u0301",
        "\u1100\u1161\u11ab",
        "김민수님",
        "Dr. Smith",
        "０１０-１２３４-５６７８",
        "\u200b",
        "\n",
        " ",
        "  ",
        "\u3000",
        "2024-03-05",
        "3/5",
        "보호자 ",
        "\u110b\u1175",
        "성명: ",
        "ｱﾊﾟｰﾄ",
        "Ⅳ",
        "ﬁ",
        "850312-2345678",
        "\u0301",
        "주소 ",
        "10.0.0.1",
        "@",
        "한",
        "a",
        "9",
        "．",
        "，",
        "\ufeff",
        "𝟘𝟙𝟘",
        "🇰🇷",
        "서울 강남구 테헤란로 1",
        "-"
    };

    private static final int TEXTS = 1_500;

    private final Scrubber scrubber = new Scrubber(
            new ScrubPlan(
                    Map.of(
                            IdentifierType.NAME, ScrubAction.KEEP,
                            IdentifierType.DATE, ScrubAction.KEEP,
                            IdentifierType.AGE, ScrubAction.KEEP,
                            IdentifierType.ORGANIZATION, ScrubAction.KEEP),
                    ScrubPlan.Language.AUTO,
                    365,
                    false),
            new byte[32]);

    @Test
    void whatLiesOutsideSpansStaysAsItIsUnitByUnit() {
        Random random = new Random(7);
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(14); k >= 0; k--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String note = text.toString();
            ScrubbedNote scrubbed = scrubber.scrub("p", note);
            StringBuilder rebuilt = new StringBuilder();
            int at = 0;
            for (ScrubbedNote.Span span : scrubbed.spans()) {
                assertThat(span.start()).as(note).isGreaterThanOrEqualTo(at);
                assertThat(span.end()).as(note).isGreaterThan(span.start()).isLessThanOrEqualTo(note.length());
                assertThat(isInsidePair(note, span.start()) || isInsidePair(note, span.end()))
                        .as("half a character in %s", note)
                        .isFalse();
                String kept = note.substring(span.start(), span.end());
                rebuilt.append(note, at, span.start())
                        .append(span.action().equals("keep") ? kept : "[" + span.type() + "]");
                at = span.end();
            }
            assertThat(scrubbed.text())
                    .isEqualTo(rebuilt.append(note.substring(at)).toString());
        }
    }

    /** Beginnings and ends of what the rules look for, one after the other. */
    private static final String FORMS =
            "08-1234 02/ 345-6789 1 (503) 555-0142 (02) 345-6789 +82 10 2290 4417 '99 ’09.삼월 3월 5일 (화) 14:30경 12 N Main St, "
                    + "Tulsa, OK 74101-0412 Flat 3, Ty Newydd, Llan SY21 0RB P.O. Box 12 9N-14 bed 4 김민수님 (90세) 903-2 KJ/RN A.B. says "
                    + "12가 3456 MH12 AB 1234 2024-03-05 5.VI.2024 0117 03:50 D02 X285 NSW 2000 ref: OH/5528/MJ by mlujan2 @moon_77 "
                    + "fe80:1::9 a.b.co jay (at) x.org I-44 MM 213 in Ada's clinic 7 1 2 3 4 5 6 7 8 9";

    private static final int LONGEST_PART = 26;

    @Test
    void whereverATextBeginsOrEndsItIsRead() {
        for (int from = 0; from < FORMS.length(); from++) {
            for (int to = from + 1; to <= Math.min(FORMS.length(), from + LONGEST_PART); to++) {
                String part = FORMS.substring(from, to);
                assertThatCode(() -> scrubber.scrub("p", part)).as(part).doesNotThrowAnyException();
            }
        }
    }

    private static boolean isInsidePair(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    @Test
    void languageSaysWhichOfThreeShortNumbersIsTheYear() {
        String text = "Visit 10/03/04.";
        String korean = new Scrubber(ScrubPlan.USUAL.in(ScrubPlan.Language.KO), new byte[32])
                .scrub("p", text)
                .text();
        String english = new Scrubber(ScrubPlan.USUAL.in(ScrubPlan.Language.EN), new byte[32])
                .scrub("p", text)
                .text();
        // at most a year away: 2010 leads in one, October 2004 in the other
        assertThat(korean).matches("Visit (?:09|10|11)/.*");
        assertThat(english).matches("Visit .*/0[345]\\.");
        assertThat(korean).isNotEqualTo(english);
    }

    @Test
    void manyCoresAnswerInOrderAndAsOneDoes(@TempDir Path folder) throws Exception {
        StringBuilder in = new StringBuilder();
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            String text = "보호자 최영희님 2024-03-" + (10 + i % 15) + " 면담, 010-1234-" + (1000 + i);
            in.append("{\"id\":\"n" + i + "\",\"text\":\"" + text + "\"}\n");
            one.append(new Scrubber(ScrubPlan.USUAL, new byte[32])
                            .scrub("n" + i, text)
                            .text())
                    .append('\n');
            if (i == 20) {
                i = 279; // a scrubber for each note is slow; the ends suffice
            }
        }
        Files.writeString(folder.resolve("in"), in, StandardCharsets.UTF_8);
        ScrubRun.run(folder.resolve("in"), folder.resolve("out"), new Scrubber(ScrubPlan.USUAL, new byte[32]));
        StringBuilder many = new StringBuilder();
        try (NoteLines lines = NoteLines.open(folder.resolve("out"))) {
            for (NoteLines.Line line = lines.next(); line != null; line = lines.next()) {
                many.append(line.text()).append('\n');
            }
        }
        assertThat(many.toString()).isEqualTo(one.toString());
    }
}
