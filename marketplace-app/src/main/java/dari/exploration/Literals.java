package dari.exploration;

import java.math.BigDecimal;

/** Names and values as SQL writes them, so that none of them can be more than that. */
final class Literals {

    private Literals() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
