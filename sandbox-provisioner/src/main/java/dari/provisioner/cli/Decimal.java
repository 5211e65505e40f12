package dari.provisioner.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an exact decimal; says what is wrong without naming Java's exceptions. */
final class Decimal implements ITypeConverter<BigDecimal> {

    @Override
    public BigDecimal convert(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + value + "' is not a decimal number such as 0.5 or 1e-9");
        }
    }
}
