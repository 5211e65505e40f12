package dari.provisioner.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * One resource type as a table with a row per resource, and the parts that a resource repeats as a table of their own.
 *
 * @param columns without the id, which comes first
 */
record ResourceTable<R extends Resource>(
        Class<R> type,
        Supplier<R> empty,
        List<FhirColumn<R>> columns,
        @Nullable Parts<R, ?> parts) {

    ResourceTable {
        columns = List.copyOf(columns);
    }

    /**
     * What a resource repeats.
     *
     * @param name after the type and an underscore, the table's name
     * @param make adds an empty part
     */
    record Parts<R extends Resource, E extends Base>(
            String name, Function<R, List<E>> all, Function<R, E> make, List<FhirColumn<E>> columns) {

        private void read(R resource, List<@Nullable String> keys, List<FhirRow> rows, String table) {
            int position = 0;
            for (E part : all.apply(resource)) {
                List<@Nullable String> values = new ArrayList<>(keys);
                values.add(String.valueOf(++position));
                columns.forEach(column -> values.add(column.valueOf(part)));
                rows.add(new FhirRow(table, values));
            }
        }

        private void write(R resource, List<Map<String, @Nullable String>> rows) {
            for (Map<String, @Nullable String> row : rows) {
                E part = make.apply(resource);
                columns.forEach(column -> column.write(part, row.get(column.name())));
            }
        }
    }

    String name() {
        return type.getSimpleName();
    }

    String key() {
        return snake(name()) + "_id";
    }

    List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of(key()));
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    /** The resource's row, then those of its parts. */
    List<FhirRow> rows(Resource resource) {
        R own = type.cast(resource);
        List<@Nullable String> values = new ArrayList<>();
        values.add(own.getIdElement().getIdPart());
        columns.forEach(column -> values.add(column.valueOf(own)));
        List<FhirRow> rows = new ArrayList<>(List.of(new FhirRow(name(), values)));
        if (parts != null) {
            // a part's own key is its resource's with its place
            parts.read(own, values.subList(0, 2), rows, partsName());
        }
        return rows;
    }

    /** A resource of what was released; columns that were not are masked where FHIR wants them. */
    R resource(Map<String, @Nullable String> row, List<Map<String, @Nullable String>> partRows) {
        R resource = empty.get();
        String id = row.get(key());
        if (id != null) {
            resource.setId(id);
        }
        columns.forEach(column -> column.write(resource, row.get(column.name())));
        if (parts != null) {
            parts.write(resource, partRows);
        }
        return resource;
    }

    String partsName() {
        return parts == null ? "" : name() + "_" + parts.name();
    }

    /** Key and patient of the resource, the part's place from 1, and the part's own columns. */
    List<String> partColumnNames() {
        List<String> names = new ArrayList<>(columnNames().subList(0, 2));
        names.add("position");
        if (parts != null) {
            parts.columns().forEach(column -> names.add(column.name()));
        }
        return names;
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
