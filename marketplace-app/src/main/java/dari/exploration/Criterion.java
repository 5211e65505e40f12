package dari.exploration;

import dari.provisioner.release.Dictionary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a person's rows must show.
 *
 * @param comparison IS, AT_LEAST or AT_MOST
 */
record Criterion(Dictionary.Table table, Dictionary.Column column, Comparison comparison, String value) {

    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 38;

    enum Comparison {
        IS("="),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        static Optional<Comparison> of(String name) {
            return Arrays.stream(values())
                    .filter(comparison -> comparison.name().equals(name))
                    .findFirst();
        }

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    /** The condition on a row; empty when the value is none of the column's type. */
    Optional<String> sql() {
        return literal().map(literal -> left() + " " + comparison.sign + " " + literal);
    }

    private String left() {
        String name = Literals.name(column.name());
        return switch (column.type()) {
            case "integer", "decimal" -> name;
            case "date", "timestamp" -> "CAST(" + name + " AS DATE)";
            default -> "CAST(" + name + " AS VARCHAR)";
        };
    }

    private Optional<String> literal() {
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (column.type()) {
                        case "integer", "decimal" -> number(value.strip());
                        case "date", "timestamp" ->
                            "CAST("
                                    + Literals.text(
                                            LocalDate.parse(value.strip()).toString()) + " AS DATE)";
                        default -> Literals.text(value.strip());
                    });
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Nine signs are enough to write a number of a billion digits: no column has one. */
    private static String number(String typed) {
        BigDecimal number = new BigDecimal(typed);
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new NumberFormatException();
        }
        return number.toPlainString();
    }
}
