package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hospital's directory with one CSV ({@code .csv}, {@code .csv.gz}; header line) or Parquet file per table, or several
 * ({@link SourceFiles}), or with FHIR resources ({@link FhirFiles}). Every value is seen as text exactly as the file spells it, an empty one as missing; files are only ever read.
 */
public final class SourceDirectory {

    /** What a table's file may end in. */
    private static final List<String> TABULAR = List.of(".csv", ".csv.gz", ".parquet");

    /** What any file of a source may end in. */
    public static final List<String> ENDINGS =
            Stream.concat(TABULAR.stream(), FhirFiles.ENDINGS.stream()).toList();

    private final DuckDb engine;
    private final Map<String, SourceTable> tables = new TreeMap<>();
    private final Map<String, TableFiles> files = new HashMap<>(); // none of FHIR resources
    private boolean fhir;
    private @Nullable KeptTables kept;
    private List<SourceTable> whole = List.of();

    private SourceDirectory(DuckDb engine) {
        this.engine = engine;
    }

    /**
     * @param delimiter column separator of a table's CSV files, by table name; 0 takes what the header line shows
     * @throws BadInput naming the directory, or file and line, when something is missing or malformed
     */
    public static SourceDirectory open(DuckDb engine, Path directory, ToIntFunction<String> delimiter) {
        return open(engine, directory, delimiter, "src_", ENDINGS);
    }

    /**
     * The same without the rows of persons who are left out; nothing else of this program sees them.
     *
     * @throws BadInput also when nobody said where a table names persons
     */
    public static SourceDirectory open(
            DuckDb engine, Path directory, ToIntFunction<String> delimiter, ExcludedPersons excluded) {
        SourceDirectory source = open(engine, directory, delimiter);
        if (!excluded.persons().isEmpty()) {
            KeptTables kept = new KeptTables(engine, excluded);
            source.kept = kept;
            source.whole = source.tables();
            source.tables.replaceAll((name, table) -> kept.from(table));
        }
        return source;
    }

    /** How many of the persons who are left out the source does not know. */
    public long unknownPersons() {
        return kept == null ? 0 : kept.unknown(whole);
    }

    /**
     * @param prefix of the views' names, so that several directories can be open at once
     * @param endings of the files that are tables
     */
    public static SourceDirectory open(
            DuckDb engine, Path directory, ToIntFunction<String> delimiter, String prefix, List<String> endings) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(
                    SourceProblem.MISSING,
                    directory.toString(),
                    "is not a directory",
                    "give the directory of the source tables");
        }
        SourceDirectory source = new SourceDirectory(engine);
        SourceFiles.of(directory, both(TABULAR, endings))
                .values()
                .forEach(files -> source.add(files, (char) delimiter.applyAsInt(files.name()), prefix));
        source.addResources(SourceFiles.ending(directory, both(FhirFiles.ENDINGS, endings)), prefix);
        if (source.tables.isEmpty()) {
            throw new BadInput(
                    SourceProblem.EMPTY,
                    directory.toString(),
                    "holds no table",
                    "put one .csv, .csv.gz or .parquet file per table into it, or FHIR resources as .ndjson");
        }
        return source;
    }

    /**
     * Makes a file that belongs to no directory of tables readable, as those are: any of their encodings, gzip too.
     *
     * @param view name of the relation; read before under this name, the file is not read again
     * @return its columns
     * @throws BadInput naming file and line when it is malformed
     */
    public static List<String> single(DuckDb engine, Path file, char delimiter, String view) {
        boolean known =
                engine.number("SELECT count(*) FROM information_schema.tables WHERE table_name = " + Sql.text(view))
                        > 0;
        return known
                ? engine.list("DESCRIBE " + Sql.name(view), row -> row.getString(1))
                : new SourceDirectory(engine).csv(List.of(file), view, delimiter, new ArrayList<>());
    }

    /** Whether the tables are FHIR resources. */
    public boolean isFhir() {
        return fhir;
    }

    public List<SourceTable> tables() {
        return List.copyOf(tables.values());
    }

    /** @param name compared without case */
    public Optional<SourceTable> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Where a table of this directory lies; whoever reads the files leaves out what {@link SourceTable#leftOut} says. */
    public TableFiles files(SourceTable table) {
        List<LeftOut> asked = table(table.name()).map(SourceTable::leftOut).orElse(List.of());
        if (!table.leftOut().containsAll(asked)) {
            throw new IllegalStateException("the files themselves hold persons who are left out");
        }
        return Optional.ofNullable(files.get(table.name().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalStateException("FHIR resources are no files of a table"));
    }

    private void addResources(List<Path> files, String prefix) {
        if (files.isEmpty()) {
            return;
        }
        if (!tables.isEmpty()) {
            throw new BadInput(
                    SourceProblem.TWICE,
                    files.get(0).toString(),
                    "lies beside files of tables",
                    "keep FHIR resources in a directory of their own");
        }
        tables.putAll(FhirFiles.load(engine, files, prefix));
        fhir = true;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return some.stream().filter(others::contains).toList();
    }

    private void add(SourceFiles.Table files, char delimiter, String prefix) {
        String key = files.name().toLowerCase(Locale.ROOT);
        String view = prefix + key;
        List<TableFiles.File> read = new ArrayList<>();
        List<String> columns =
                files.isParquet() ? parquet(files.files(), view, read) : csv(files.files(), view, delimiter, read);
        tables.put(key, new SourceTable(files.name(), view, files.files().get(0), columns));
        this.files.put(key, new TableFiles(files.isParquet(), read));
    }

    private List<String> parquet(List<Path> files, String view, List<TableFiles.File> read) {
        List<String> columns = List.of();
        for (Path file : files) {
            List<String> own;
            try {
                own = engine.list("DESCRIBE SELECT * FROM read_parquet(" + text(file) + ")", row -> row.getString(1));
            } catch (BadInput | SurroundingsFailed | IllegalStateException e) {
                throw new BadInput(
                        SourceProblem.PARQUET, file.toString(), "is not a valid Parquet file", "write it again");
            }
            requireNames(file, own);
            columns = same(file, columns, own);
            read.add(new TableFiles.File(file.toAbsolutePath().toString(), StandardCharsets.UTF_8.name(), ','));
        }
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT "
                + columns.stream()
                        .map(c -> "nullif(CAST(" + Sql.name(c) + " AS VARCHAR), '') AS " + Sql.name(c))
                        .collect(Collectors.joining(", "))
                + " FROM read_parquet(" + list(files) + ")");
        return columns;
    }

    private List<String> csv(List<Path> files, String view, char delimiter, List<TableFiles.File> read) {
        List<CsvForm> forms = new ArrayList<>();
        List<String> columns = List.of();
        for (Path file : files) {
            CsvForm form =
                    CsvForm.of(file, forms.isEmpty() ? delimiter : forms.get(0).delimiter());
            requireNames(file, form.columns());
            columns = same(file, columns, form.columns());
            CsvForm.requireWhole(file);
            forms.add(form);
            read.add(new TableFiles.File(
                    file.toAbsolutePath().toString(), form.charset().name(), form.delimiter()));
        }
        if (!forms.stream().allMatch(CsvForm::isUtf8)) {
            decoded(files, forms, view, columns);
            return columns;
        }
        String types = columns.stream().map(c -> Sql.text(c) + ": 'VARCHAR'").collect(Collectors.joining(", "));
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT * FROM read_csv(" + list(files)
                + ", auto_detect=false, header=true, nullstr='', quote='\"', escape='\"', delim="
                + Sql.text(String.valueOf(forms.get(0).delimiter())) + ", columns={" + types + "})");
        return columns;
    }

    /** The engine reads UTF-8 only; other files are decoded here into a table of the engine, so that no copy lies on the disk. */
    private void decoded(List<Path> files, List<CsvForm> forms, String view, List<String> columns) {
        engine.execute("CREATE TABLE " + Sql.name(view) + " ("
                + columns.stream().map(c -> Sql.name(c) + " VARCHAR").collect(Collectors.joining(", ")) + ")");
        engine.append(view, appender -> {
            for (int i = 0; i < files.size(); i++) {
                DecodedCsv.append(appender, files.get(i), forms.get(i));
            }
        });
    }

    /** The columns of the first file, which every other file of the table has too, in the same order. */
    private static List<String> same(Path file, List<String> first, List<String> own) {
        if (!first.isEmpty() && !first.equals(own)) {
            throw new BadInput(
                    SourceProblem.HEADER,
                    file + ":1",
                    "has other columns than the table's first file",
                    "give every part of a table the same header");
        }
        return own;
    }

    private static String list(List<Path> files) {
        return files.stream().map(SourceDirectory::text).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(Path file) {
        return Sql.text(file.toAbsolutePath().toString());
    }

    private static void requireNames(Path file, List<String> columns) {
        Set<String> seen = new HashSet<>();
        if (columns.isEmpty()) {
            throw new BadInput(
                    SourceProblem.HEADER, file + ":1", "has no header", "start the file with a line of column names");
        }
        for (String column : columns) {
            if (column.isBlank()) {
                throw new BadInput(
                        SourceProblem.UNNAMED,
                        file + ":1",
                        "has a column without a name",
                        "name every column in the header");
            }
            if (!seen.add(column.toLowerCase(Locale.ROOT))) {
                throw new BadInput(
                        SourceProblem.COLUMN_TWICE,
                        file + ":1",
                        "names a column twice",
                        "column names ignore case: rename one");
            }
        }
    }
}
