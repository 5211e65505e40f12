package dari.provisioner.recipe;

import java.math.BigDecimal;

/** Numbers as people write them. */
final class Numbers {

    private Numbers() {}

    static String plain(double number) {
        BigDecimal exact = BigDecimal.valueOf(number);
        return (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
    }
}
