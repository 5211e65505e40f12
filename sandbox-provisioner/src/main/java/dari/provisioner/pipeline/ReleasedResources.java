package dari.provisioner.pipeline;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.fhir.FhirModel;
import dari.provisioner.fhir.FhirWriter;
import dari.provisioner.json.Json;
import dari.provisioner.release.Release;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** FHIR that stays FHIR: the released rows of a recipe for {@code fhir-r4}, written as resources beside Parquet and CSV. */
final class ReleasedResources {

    private final FhirModel model = new FhirModel();
    private final Map<String, PlannedTable> tables = new HashMap<>();

    /** @throws BadInput naming the recipe's line when a table or column has no place in a resource */
    ReleasedResources(List<PlannedTable> tables) {
        for (PlannedTable table : tables) {
            this.tables.put(table.name().toLowerCase(Locale.ROOT), table);
            check(table);
        }
    }

    private void check(PlannedTable table) {
        Optional<FhirWriter> writer = model.writer(table.name());
        if (writer.isEmpty() && !model.isPart(table.name())) {
            throw new BadInput(
                    table.recipe().where(),
                    "is no FHIR resource type that can be written",
                    "leave the table out, or remove 'standard: fhir-r4'");
        }
        List<String> known = model.columns(table.name());
        for (PlannedTable.Column column : table.columns()) {
            if (known.stream().noneMatch(column.name()::equalsIgnoreCase)) {
                throw new BadInput(
                        column.recipe().where(),
                        "has no place in the FHIR resource",
                        "leave the column out, or remove 'standard: fhir-r4'");
            }
        }
        String key = known.get(0);
        if (table.columns().stream().noneMatch(column -> column.name().equalsIgnoreCase(key))) {
            throw new BadInput(
                    table.recipe().where(),
                    "releases no " + key + ", which FHIR resources need",
                    "list it, with do: pseudonym");
        }
    }

    /** Writes one {@code TYPE.ndjson} per resource type into the release's data folder. */
    void write(DuckDb engine, Path release) {
        for (PlannedTable table : tables.values()) {
            Optional<FhirWriter> writer = model.writer(table.name());
            if (writer.isPresent()) {
                write(engine, table, writer.get(), release.resolve(Release.DATA));
            }
        }
    }

    private void write(DuckDb engine, PlannedTable table, FhirWriter writer, Path data) {
        PlannedTable parts = tables.get(writer.partsTable().toLowerCase(Locale.ROOT));
        ResourceLines.write(
                engine,
                query(table, parts, writer.key()),
                data,
                writer,
                row -> writer.line(
                        values(table, row),
                        parts == null
                                ? List.of()
                                : parts(row.getString(table.columns().size() + 1))));
    }

    /** The released rows as text; where a resource has parts, they follow as one JSON text. */
    private static String query(PlannedTable table, @Nullable PlannedTable parts, String key) {
        String columns = table.columns().stream()
                .map(c -> "r." + Sql.name(c.name()))
                .collect(Collectors.joining(", ", "SELECT ", ""));
        String rows = " FROM " + ReleasedTables.relation(table) + " r";
        if (parts == null) {
            return columns + rows;
        }
        String part = parts.columns().stream()
                .map(c -> Sql.name(c.name().toLowerCase(Locale.ROOT)) + " := " + Sql.name(c.name()))
                .collect(Collectors.joining(", ", "struct_pack(", ")"));
        String order = parts.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase("position"))
                ? " ORDER BY TRY_CAST(position AS INTEGER)"
                : "";
        return columns + ", p.parts" + rows + " LEFT JOIN (SELECT " + Sql.name(key) + " AS resource, CAST(to_json(list("
                + part + order + ")) AS VARCHAR) AS parts FROM " + ReleasedTables.relation(parts)
                + " GROUP BY 1) p ON p.resource = r." + Sql.name(key);
    }

    private static Map<String, @Nullable String> values(PlannedTable table, ResultSet row) throws SQLException {
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < table.columns().size(); i++) {
            values.put(table.columns().get(i).name().toLowerCase(Locale.ROOT), row.getString(i + 1));
        }
        return values;
    }

    private static List<Map<String, @Nullable String>> parts(@Nullable String json) {
        List<Map<String, @Nullable String>> parts = new ArrayList<>();
        if (json != null) {
            for (JsonNode part : Json.mapper().readTree(json)) {
                Map<String, @Nullable String> values = new HashMap<>();
                part.properties()
                        .forEach(entry -> values.put(
                                entry.getKey(),
                                entry.getValue().isNull()
                                        ? null
                                        : entry.getValue().stringValue()));
                parts.add(values);
            }
        }
        return parts;
    }
}
