package dari.provisioner.profile;

import dari.provisioner.BadInput;
import dari.provisioner.Progress;
import dari.provisioner.engine.ColumnTypes;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.engine.Loading;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.StoredColumn;
import dari.provisioner.engine.WorkFolder;
import dari.provisioner.fhir.FhirModel;
import dari.provisioner.omop.OmopModel;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Distributions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at a source directory and says what may be shown of it. Thread-safe. */
public final class Profiling {

    private static final int ROUND_TO = 10;

    /** Values whose shape is looked at: enough to know a column, few enough for a large table. */
    private static final int SAMPLE = 10_000;

    private final Clock clock;

    public Profiling(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param memory limit of the table engine, for example {@code 2g}
     * @throws BadInput naming file and line when the directory is missing, empty or malformed
     */
    public Profile profile(Path source, String memory, Progress progress) {
        return profile(source, ExcludedPersons.NOBODY, memory, progress);
    }

    /** The same without persons who are left out. */
    public Profile profile(Path source, ExcludedPersons excluded, String memory, Progress progress) {
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(memory, work.path())) {
            return profile(engine, SourceDirectory.open(engine, source, name -> 0, excluded), progress);
        } finally {
            progress.at(Progress.Piece.end(Progress.Step.READING));
        }
    }

    private Profile profile(DuckDb engine, SourceDirectory source, Progress progress) {
        List<SourceTable> loaded = new ArrayList<>();
        for (SourceTable table : source.tables()) {
            progress.at(new Progress.Piece(
                    Progress.Step.READING,
                    table.name(),
                    0,
                    loaded.size(),
                    source.tables().size(),
                    engine));
            // one pass over the file; everything else is counted on the engine's own copy
            loaded.add(Loading.load(engine, table, table.columns(), List.of()));
        }
        Keys keys = new Keys(loaded);
        List<Profile.Table> tables = new ArrayList<>();
        for (SourceTable table : loaded) {
            progress.at(
                    new Progress.Piece(Progress.Step.TREATING, table.name(), 0, tables.size(), loaded.size(), engine));
            tables.add(profile(engine, keys, table));
        }
        return new Profile(1, clock.instant(), standard(source), tables);
    }

    private static @Nullable String standard(SourceDirectory source) {
        return source.isFhir()
                ? FhirModel.STANDARD
                : OmopModel.of(source.tables()).map(OmopModel::standard).orElse(null);
    }

    private static Profile.Table profile(DuckDb engine, Keys keys, SourceTable table) {
        String rows = Sql.name(table.rows());
        Optional<String> key = keys.personKey(table);
        String person = key.map(Sql::name).orElse("");
        Map<String, ColumnTypes.Type> types = types(engine, table);
        Distributions distributions = Distributions.ofSource(engine, rows, person);
        List<Profile.Column> columns = new ArrayList<>();
        for (String column : table.columns()) {
            columns.add(column(
                    engine,
                    keys,
                    table,
                    table.stored(column),
                    types.getOrDefault(column, ColumnTypes.Type.TEXT),
                    distributions));
        }
        return new Profile.Table(
                table.name(),
                rounded(engine.number("SELECT count(*) FROM " + rows)),
                key.isEmpty() ? null : rounded(engine.number("SELECT count(DISTINCT " + person + ") FROM " + rows)),
                key.orElse(null),
                columns,
                references(engine, keys, table));
    }

    /** As the engine found while it read the table; by a look at every value where it could not tell. */
    private static Map<String, ColumnTypes.Type> types(DuckDb engine, SourceTable table) {
        Map<String, ColumnTypes.Type> types = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String column : table.columns()) {
            ColumnTypes.Type type = table.stored(column).type();
            if (type == null) {
                unknown.add(column);
            } else {
                types.put(column, type);
            }
        }
        types.putAll(ColumnTypes.of(engine, Sql.name(table.view()), unknown));
        return types;
    }

    private static Profile.Column column(
            DuckDb engine,
            Keys keys,
            SourceTable table,
            StoredColumn column,
            ColumnTypes.Type type,
            Distributions distributions) {
        String name = Sql.name(column.name());
        boolean text = type == ColumnTypes.Type.TEXT; // only there a length tells anything
        List<Double> numbers = new ArrayList<>();
        engine.each(
                "SELECT count(*) - count(" + name + "), count(" + name + "), count(DISTINCT " + name + "), "
                        + (text ? "coalesce(avg(length(" + column.textIn("s") + ")), 0)" : "0") + " FROM "
                        + Sql.name(table.rows()) + " s",
                row -> {
                    for (int i = 1; i <= 4; i++) {
                        numbers.add(row.getDouble(i));
                    }
                    return numbers;
                });
        long distinct = numbers.get(2).longValue();
        RoleProposal proposal = RoleProposal.of(new RoleProposal.Facts(
                table.name(),
                column.name(),
                type,
                numbers.get(1).longValue(),
                distinct,
                numbers.get(3),
                shapes(engine, Sql.name(table.view()), name),
                keys.isKey(table, column.name())));
        Distribution distribution = proposal.showsValues()
                ? distributions
                        .of(column, type)
                        .without(cell -> cell.from() == null && RoleProposal.namesSomebody(cell.label()))
                : Distribution.NONE;
        return new Profile.Column(
                column.name(),
                type.word(),
                proposal.role(),
                proposal.evidence(),
                missing(numbers.get(0).longValue()),
                rounded(distinct),
                distribution);
    }

    /** Share of a sample of the values that have each known shape. */
    private static Map<String, Double> shapes(DuckDb engine, String rows, String name) {
        List<String> shapes = RoleProposal.SHAPES.keySet().stream().sorted().toList();
        StringBuilder sql = new StringBuilder("SELECT greatest(1, count(*)), " + residentNumbers(name));
        for (String shape : shapes) {
            sql.append(", count(*) FILTER (regexp_full_match(")
                    .append(name)
                    .append(", ")
                    .append(Sql.text(RoleProposal.SHAPES.getOrDefault(shape, "")))
                    .append("))");
        }
        sql.append(" FROM (SELECT ")
                .append(name)
                .append(" FROM ")
                .append(rows)
                .append(" WHERE ")
                .append(name);
        sql.append(" IS NOT NULL LIMIT ").append(SAMPLE).append(")");
        Map<String, Double> found = new TreeMap<>();
        engine.each(sql.toString(), row -> {
            found.put("rrn", row.getDouble(2) / row.getDouble(1));
            for (int i = 0; i < shapes.size(); i++) {
                found.put(shapes.get(i), row.getDouble(i + 3) / row.getDouble(1));
            }
            return found;
        });
        return found;
    }

    /**
     * Resident registration numbers: six digits of a date, then seven, whose last is (11 - weighted sum mod 11) mod 10
     * (numbers issued before October 2020).
     */
    private static String residentNumbers(String name) {
        StringBuilder sum = new StringBuilder();
        int[] weights = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
        String digits = "replace(" + name + ", '-', '')";
        for (int i = 0; i < weights.length; i++) {
            sum.append(i == 0 ? "" : " + ")
                    .append(weights[i])
                    .append(" * coalesce(TRY_CAST(substr(")
                    .append(digits)
                    .append(", ")
                    .append(i + 1)
                    .append(", 1) AS INTEGER), 0)");
        }
        return "count(*) FILTER (regexp_full_match(" + name
                + ", '[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])-?[1-8][0-9]{6}') AND (11 - (" + sum
                + ") % 11) % 10 = TRY_CAST(substr(" + digits + ", 13, 1) AS INTEGER))";
    }

    private static List<Profile.Reference> references(DuckDb engine, Keys keys, SourceTable table) {
        List<Profile.Reference> references = new ArrayList<>();
        for (String column : table.columns()) {
            Optional<SourceTable> target = keys.refersTo(table, column);
            if (target.isPresent()) {
                String key = keys.ownKey(target.get()).orElseThrow();
                StoredColumn from = table.stored(column);
                StoredColumn to = target.get().stored(key);
                boolean alike = from.sqlType().equals(to.sqlType());
                long dangling = engine.number("SELECT count(*) FROM " + Sql.name(table.rows()) + " s ANTI JOIN "
                        + Sql.name(target.get().rows()) + " o ON "
                        + (alike ? to.in("o") : to.textIn("o")) + " = "
                        + (alike ? from.in("s") : from.textIn("s")) + " WHERE " + from.in("s") + " IS NOT NULL");
                references.add(new Profile.Reference(column, target.get().name() + "." + key, missing(dangling)));
            }
        }
        return references;
    }

    private static @Nullable Long rounded(long count) {
        return count < Distribution.SMALLEST_SHOWN
                ? null
                : Long.valueOf(Math.round(count / (double) ROUND_TO) * ROUND_TO);
    }

    private static @Nullable Long missing(long count) {
        return count == 0 ? Long.valueOf(0) : rounded(count);
    }
}
