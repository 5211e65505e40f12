package dari.provisioner.omop;

import dari.provisioner.engine.SourceTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A version of the OMOP common data model. */
public final class OmopModel {

    /** Minor versions of 5, the older first. */
    private static final List<String> MINOR_VERSIONS = List.of("3", "4");

    private static final String RESOURCE = "/dari/provisioner/omop/columns.tsv";

    private final String standard;
    private final Map<String, Set<String>> columns;

    private OmopModel(String minor) {
        this.standard = "omop-5." + minor;
        this.columns = read(minor);
    }

    /** Its name in recipes and profiles. */
    public String standard() {
        return standard;
    }

    /** @param standard as a recipe names it */
    public static Optional<OmopModel> named(String standard) {
        return versions().filter(model -> model.standard.equals(standard)).findFirst();
    }

    /** The version whose columns the tables have; the older of two that fit as well. Empty when there are no persons of OMOP. */
    public static Optional<OmopModel> of(List<SourceTable> tables) {
        boolean persons = tables.stream()
                .anyMatch(table -> table.name().equalsIgnoreCase("person")
                        && table.column("year_of_birth").isPresent());
        return versions()
                .filter(model -> persons)
                .min(Comparator.comparingLong(model -> model.strangers(tables))); // of equals, the first
    }

    private static Stream<OmopModel> versions() {
        return MINOR_VERSIONS.stream().map(OmopModel::new);
    }

    /** Whether a table of the model has the column. Names ignore case. */
    public boolean has(String table, String column) {
        return columns.getOrDefault(lower(table), Set.of()).contains(lower(column));
    }

    /** Another version that has a column which this one does not have. */
    public Optional<OmopModel> otherWith(String table, String column) {
        return has(table, column)
                ? Optional.empty()
                : versions().filter(other -> other.has(table, column)).findFirst();
    }

    private long strangers(List<SourceTable> tables) {
        return tables.stream()
                .flatMap(table -> table.columns().stream().filter(column -> !has(table.name(), column)))
                .count();
    }

    private static Map<String, Set<String>> read(String minor) {
        Map<String, Set<String>> columns = new HashMap<>();
        try (InputStream in = OmopModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(parts -> List.of(parts[2].split(",")).contains(minor))
                    .forEach(parts -> columns.computeIfAbsent(parts[0], t -> new TreeSet<>())
                            .add(parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return columns;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
