package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A hospital's directory with one CSV ({@code .csv}, {@code .csv.gz}; UTF-8, header line) or Parquet file per table. Every
 * value is seen as text exactly as the file spells it, an empty one as missing; files are only ever read.
 */
public final class SourceDirectory {

    /** What a table's file may end in. */
    public static final List<String> ENDINGS = List.of(".csv", ".csv.gz", ".parquet");

    private final DuckDb engine;
    private final Map<String, SourceTable> tables = new TreeMap<>();

    private SourceDirectory(DuckDb engine) {
        this.engine = engine;
    }

    /**
     * @param delimiter column separator of a table's CSV file, by table name
     * @throws BadInput naming the directory, or file and line, when something is missing or malformed
     */
    public static SourceDirectory open(DuckDb engine, Path directory, ToIntFunction<String> delimiter) {
        return open(engine, directory, delimiter, "src_", ENDINGS);
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
        for (Path file : files(directory, endings)) {
            source.add(file, delimiter, prefix);
        }
        if (source.tables.isEmpty()) {
            throw new BadInput(
                    SourceProblem.EMPTY,
                    directory.toString(),
                    "holds no table",
                    "put one .csv, .csv.gz or .parquet file per table into it");
        }
        return source;
    }

    public List<SourceTable> tables() {
        return List.copyOf(tables.values());
    }

    /** @param name compared without case */
    public Optional<SourceTable> table(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    private static List<Path> files(Path directory, List<String> endings) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> endings.stream().anyMatch(lowerName(f)::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SurroundingsFailed("the source directory cannot be listed", e);
        }
    }

    private void add(Path file, ToIntFunction<String> delimiter, String prefix) {
        String lower = lowerName(file);
        String ending = ENDINGS.stream().filter(lower::endsWith).reduce("", (a, b) -> b.length() > a.length() ? b : a);
        String name = file.getFileName().toString();
        name = name.substring(0, name.length() - ending.length());
        String key = name.toLowerCase(Locale.ROOT);
        if (tables.containsKey(key)) {
            throw new BadInput(
                    SourceProblem.TWICE,
                    file.toString(),
                    "is a second file of table " + name,
                    "keep one file per table");
        }
        String view = prefix + key;
        List<String> columns = ending.equals(".parquet")
                ? parquet(file, view)
                : csv(file, view, (char) delimiter.applyAsInt(name), ending.endsWith(".gz"));
        tables.put(key, new SourceTable(name, view, file, columns));
    }

    private List<String> parquet(Path file, String view) {
        String scan = "read_parquet(" + Sql.text(file.toAbsolutePath().toString()) + ")";
        List<String> columns;
        try {
            columns = engine.list("DESCRIBE SELECT * FROM " + scan, row -> row.getString(1));
        } catch (BadInput | SurroundingsFailed | IllegalStateException e) {
            throw new BadInput(SourceProblem.PARQUET, file.toString(), "is not a valid Parquet file", "write it again");
        }
        requireNames(file, columns);
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT "
                + columns.stream()
                        .map(c -> "nullif(CAST(" + Sql.name(c) + " AS VARCHAR), '') AS " + Sql.name(c))
                        .collect(Collectors.joining(", "))
                + " FROM " + scan);
        return columns;
    }

    private List<String> csv(Path file, String view, char delimiter, boolean gzipped) {
        List<String> columns = header(file, delimiter, gzipped);
        requireNames(file, columns);
        String types = columns.stream().map(c -> Sql.text(c) + ": 'VARCHAR'").collect(Collectors.joining(", "));
        engine.execute("CREATE VIEW " + Sql.name(view) + " AS SELECT * FROM read_csv("
                + Sql.text(file.toAbsolutePath().toString())
                + ", auto_detect=false, header=true, nullstr='', quote='\"', escape='\"', delim="
                + Sql.text(String.valueOf(delimiter))
                + ", compression=" + (gzipped ? "'gzip'" : "'none'")
                + ", columns={" + types + "})");
        return columns;
    }

    private static List<String> header(Path file, char delimiter, boolean gzipped) {
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = gzipped ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                CSVParser parser = CSVParser.parse(reader, format)) {
            List<String> columns = new ArrayList<>();
            for (CSVRecord header : parser) {
                header.forEach(c -> columns.add(c.replace("\uFEFF", "").strip()));
                break;
            }
            return columns;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BadInput(
                    SourceProblem.UNREADABLE,
                    file + ":1",
                    gzipped ? "cannot be read as gzipped CSV" : "cannot be read as CSV",
                    "give a CSV file with a header line");
        }
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

    private static String lowerName(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }
}
