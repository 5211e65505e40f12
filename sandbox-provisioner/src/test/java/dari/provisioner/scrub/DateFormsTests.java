package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class DateFormsTests {

    private static final List<String> PARTS = List.of(
            "1",
            "7",
            "05",
            "12",
            "23",
            "31",
            "1998",
            "2024",
            "20240305",
            ".",
            "-",
            "/",
            "년",
            "월",
            "일",
            " ",
            "\n",
            ")",
            "'",
            "13:20");

    /** The look before an expression is tried leaves no date out that the expression would find. */
    @Test
    void aFormIsTriedWhereverItsExpressionFindsADate() {
        Random random = new Random(7);
        int found = 0;
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 8; part++) {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            DateForms.Signs signs = DateForms.Signs.at(text.toString(), 0);
            for (DateForms.Form form : DateForms.FORMS) {
                Matcher matcher = Window.at(form.pattern(), text.toString(), 0);
                if (matcher.lookingAt()) {
                    found++;
                    assertThat(form.mayBeAt(signs))
                            .as("%s by %s", text, form.pattern())
                            .isTrue();
                }
            }
        }
        assertThat(found).isGreaterThan(5_000);
    }
}
