package dari.provisioner.engine;

/** Quoting, so that no name or value from outside is ever read as SQL. */
public final class Sql {

    private Sql() {}

    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    public static String text(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }
}
