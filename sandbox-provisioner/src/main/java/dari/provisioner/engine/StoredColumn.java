package dari.provisioner.engine;

import org.jspecify.annotations.Nullable;

/**
 * How the engine keeps a column of text: in the smallest form whose text is, for every value, exactly the file's.
 *
 * @param sqlType the engine's type
 * @param type what the column holds; null when only a look at every value could tell
 */
public record StoredColumn(String name, String sqlType, ColumnTypes.@Nullable Type type) {

    static final String TEXT = "VARCHAR";

    /** A column about which nothing is known. */
    public static StoredColumn text(String name) {
        return new StoredColumn(name, TEXT, null);
    }

    public boolean isText() {
        return sqlType.equals(TEXT);
    }

    public boolean isInteger() {
        return sqlType.equals("BIGINT");
    }

    /** @param alias of the relation */
    public String in(String alias) {
        return alias + "." + Sql.name(name);
    }

    /** The value as the file spells it. */
    public String textIn(String alias) {
        return isText() ? in(alias) : "CAST(" + in(alias) + " AS VARCHAR)";
    }
}
