package dari.provisioner.engine;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dictionaries of the engine: a column of few different texts is kept as small numbers. */
public final class WordTypes {

    private WordTypes() {}

    /**
     * @param words in an order that depends on them alone, so that nothing that is computed from the numbers changes between
     *     runs
     * @return the type's name as SQL
     */
    public static String create(DuckDb engine, String name, Collection<String> words) {
        String type = Sql.name(name);
        engine.execute("DROP TYPE IF EXISTS " + type);
        engine.execute("CREATE TYPE " + type + " AS ENUM ("
                + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
        return type;
    }

    /** What a column of these words holds; null when it is no plain text, so that its values should be looked at. */
    public static ColumnTypes.@Nullable Type typeOf(DuckDb engine, Collection<String> words) {
        // one word that is neither number nor date is enough
        String some =
                words.stream().limit(1000).map(w -> "(" + Sql.text(w) + ")").collect(Collectors.joining(", "));
        Map<String, ColumnTypes.Type> types = ColumnTypes.of(
                engine,
                "(SELECT * FROM (VALUES " + some + ") w(word))",
                Stream.of("word").toList());
        return types.get("word") == ColumnTypes.Type.TEXT ? ColumnTypes.Type.TEXT : null;
    }
}
