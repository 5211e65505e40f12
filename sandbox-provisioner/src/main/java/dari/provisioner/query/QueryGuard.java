package dari.provisioner.query;

import dari.provisioner.json.Json;
import dari.provisioner.query.QueryAnswer.Problem;
import dari.provisioner.query.QueryAnswer.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Lets a query through when every part of it is known to be harmless: one SELECT, over the release's tables, of listed
 * functions and forms. It reads the query as the engine itself does, by the syntax tree of {@code json_serialize_sql}, so
 * that no trick of writing makes the two understand different things.
 */
final class QueryGuard {

    private static final Set<String> FUNCTIONS = listed("functions.txt");
    private static final Set<String> FORMS = listed("forms.txt");
    private static final Set<String> TABLE_FUNCTIONS = Set.of("unnest");
    private static final Set<String> OWN_SCHEMAS = Set.of("", "main");

    private final Connection connection;
    private final Set<String> tables;

    /** @param tables names that may be read */
    QueryGuard(Connection connection, Collection<String> tables) {
        this.connection = connection;
        this.tables = tables.stream().map(QueryGuard::lower).collect(Collectors.toUnmodifiableSet());
    }

    /** Why the query must not run; empty when it may. */
    Optional<Problem> problem(String sql) throws SQLException {
        JsonNode tree = tree(sql);
        if (tree.path("error").asBoolean()) {
            boolean other = tree.path("error_type").asString("").equals("not implemented");
            return Optional.of(
                    other
                            ? new Problem(Refusal.NOT_ONE_SELECT, "")
                            : new Problem(
                                    Refusal.SYNTAX, tree.path("error_message").asString("")));
        }
        JsonNode statements = tree.path("statements");
        if (statements.size() != 1) {
            return Optional.of(new Problem(Refusal.NOT_ONE_SELECT, ""));
        }
        return new Walk(tables).problem(statements);
    }

    private JsonNode tree(String sql) throws SQLException {
        try (PreparedStatement serialize = connection.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
            serialize.setString(1, sql);
            try (ResultSet result = serialize.executeQuery()) {
                result.next();
                return Json.mapper().readTree(result.getString(1));
            }
        }
    }

    /** One look at one tree. */
    private static final class Walk {

        private final Set<String> readable;

        Walk(Set<String> tables) {
            this.readable = new HashSet<>(tables);
        }

        Optional<Problem> problem(JsonNode statements) {
            // a name that WITH gives may be used anywhere below; which one it then means does not matter: both are
            // readable
            statements
                    .findValues("cte_map")
                    .forEach(map -> map.path("map")
                            .forEach(entry ->
                                    readable.add(lower(entry.path("key").asString("")))));
            return node(statements);
        }

        private Optional<Problem> node(JsonNode node) {
            if (node.isObject()) {
                Optional<Problem> own = own(node);
                if (own.isPresent()) {
                    return own;
                }
            }
            // a constant may hold any text, and nothing in it is ever run
            if (node.path("type").asString("").equals("VALUE_CONSTANT")) {
                return Optional.empty();
            }
            for (JsonNode child : node) {
                Optional<Problem> below = node(child);
                if (below.isPresent()) {
                    return below;
                }
            }
            return Optional.empty();
        }

        private Optional<Problem> own(JsonNode node) {
            String form = node.path("type").asString("");
            if (!form.isEmpty() && !FORMS.contains(form)) {
                return Optional.of(new Problem(Refusal.FORM, form));
            }
            if (form.equals("TABLE_FUNCTION")) {
                String function = node.path("function").path("function_name").asString("");
                return TABLE_FUNCTIONS.contains(lower(function))
                        ? Optional.empty()
                        : Optional.of(new Problem(Refusal.FUNCTION, function));
            }
            if (node.path("at_clause").isObject()) {
                return Optional.of(new Problem(Refusal.FORM, "AT"));
            }
            if (form.equals("BASE_TABLE") && !isReadable(node)) {
                return Optional.of(
                        new Problem(Refusal.TABLE, node.path("table_name").asString("")));
            }
            if (node.has("function_name")) {
                String function = node.path("function_name").asString("");
                boolean known = FUNCTIONS.contains(lower(function))
                        && OWN_SCHEMAS.contains(lower(node.path("schema").asString("")))
                        && node.path("catalog").asString("").isEmpty();
                return known ? Optional.empty() : Optional.of(new Problem(Refusal.FUNCTION, function));
            }
            return node.path("named_param_map").isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Problem(Refusal.FORM, "PARAMETER"));
        }

        private boolean isReadable(JsonNode table) {
            return readable.contains(lower(table.path("table_name").asString("")))
                    && OWN_SCHEMAS.contains(lower(table.path("schema_name").asString("")))
                    && table.path("catalog_name").asString("").isEmpty();
        }
    }

    private static Set<String> listed(String file) {
        try (InputStream in = Objects.requireNonNull(QueryGuard.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
