package dari.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dari.admin.eligibility.FirmSize;
import dari.admin.forms.Answers;
import dari.admin.forms.LocalText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an applicant reads of the ceiling before handing in, and the office afterwards. */
class AskedMoneyTests {

    private static final Funding FUNDING = new Funding(
            Map.of(FirmSize.SMALL, 15),
            List.of(new Funding.Track("small", new LocalText("소형", "Small"), 80_000_000, 20)),
            "price");

    @Test
    void whatLiesAboveTheCeilingIsTheFirms() {
        AskedMoney asked = asked("200000000", "small");
        assertThat(asked.share()).isEqualTo(new VoucherShare(80_000_000, 120_000_000, 90_000_000));
        assertThat(asked.isAbove()).isTrue();
    }

    @Test
    void withinTheCeilingEachPaysItsShare() {
        AskedMoney asked = asked("90000000", "small");
        assertThat(asked.share()).isEqualTo(new VoucherShare(76_500_000, 13_500_000, 0));
        assertThat(asked.isAbove()).isFalse();
    }

    @Test
    void nothingIsSaidWithoutAPriceAndNothingLimitedWithoutAKindOfAward() {
        assertThat(AskedMoney.of(FUNDING, 25, Answers.NONE, "small", null)).isNull();
        assertThat(AskedMoney.of(Funding.PLAIN, 25, Answers.NONE.with("price", "1"), "", null))
                .isNull();
        assertThat(asked("200000000", "").ceiling()).isNull();
    }

    private static AskedMoney asked(String price, String track) {
        AskedMoney asked = AskedMoney.of(FUNDING, 25, Answers.NONE.with("price", price), track, FirmSize.SMALL);
        assertThat(asked).isNotNull();
        return asked;
    }
}
