package dari.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTests {

    @Test
    void theStartupPaysItsPercentageAndTheVat() {
        Shares shares = Shares.of(5_000_000, 20, null);
        assertThat(shares).isEqualTo(new Shares(5_000_000, 500_000, 4_000_000, 1_500_000));
    }

    @Test
    void theVoucherPaysNoMoreThanItsCeiling() {
        assertThat(Shares.of(5_000_000, 20, 3_000_000L))
                .isEqualTo(new Shares(5_000_000, 500_000, 3_000_000, 2_500_000));
        assertThat(Shares.of(5_000_000, 20, 4_000_000L)).isEqualTo(Shares.of(5_000_000, 20, null));
        assertThat(Shares.of(5_000_000, 20, 0L).voucher()).isZero();
    }

    @Test
    void everyWonIsPaidByOneOfTheTwo() {
        Random random = new Random(11);
        for (int round = 0; round < 5000; round++) {
            long price = random.nextLong(10_000_000_000L);
            Shares shares = Shares.of(
                    price, random.nextInt(101), random.nextBoolean() ? null : random.nextLong(1_000_000_000L));
            assertThat(shares.voucher() + shares.own()).isEqualTo(shares.price() + shares.vat());
        }
        assertThat(Shares.of(0, 20, null).own()).isZero();
    }
}
