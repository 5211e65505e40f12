package dari.provisioner.deidentify;

import dari.provisioner.engine.ColumnTypes;
import org.jspecify.annotations.Nullable;

/**
 * A released column on its way: small while rows are sorted, then as it is published.
 *
 * @param stored the treated value in its smallest form, as an expression over the untreated row
 * @param published the value as it leaves, as an expression over the column of the stored ones
 * @param type what {@code published} gives; null when it is text whose type only a look at every value can tell
 */
public record TreatedColumn(String name, String stored, String published, ColumnTypes.@Nullable Type type) {}
