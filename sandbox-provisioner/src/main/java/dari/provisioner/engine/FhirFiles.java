package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.fhir.FhirModel;
import dari.provisioner.fhir.FhirRow;
import dari.provisioner.fhir.UnfitResource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * FHIR R4 resources, one per line, as tables of the engine: each line's own resource type says into which table it goes,
 * whatever its file is called. The engine keeps the rows in its memory or in its encrypted spill files.
 */
final class FhirFiles {

    /** What a file of resources may end in. */
    static final List<String> ENDINGS = List.of(".ndjson", ".ndjson.gz");

    /** Lines that are parsed at once, on all cores. */
    private static final int BATCH = 4_000;

    private final DuckDb engine;
    private final String prefix;
    private final FhirModel model = new FhirModel();
    private final Map<String, SourceTable> tables = new TreeMap<>();

    private FhirFiles(DuckDb engine, String prefix) {
        this.engine = engine;
        this.prefix = prefix;
    }

    /**
     * @param prefix of the tables' names in the engine
     * @return by lower-case name
     * @throws BadInput naming file and line of what is no resource
     */
    static Map<String, SourceTable> load(DuckDb engine, List<Path> files, String prefix) {
        FhirFiles source = new FhirFiles(engine, prefix);
        for (Path file : files) {
            CsvForm.requireWhole(file);
            source.load(file);
        }
        return source.tables;
    }

    private void load(Path file) {
        long line = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CsvForm.open(file), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            List<Line> batch = new ArrayList<>();
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line++;
                if (!text.isBlank()) {
                    batch.add(new Line(line, text));
                }
                if (batch.size() == BATCH) {
                    append(file, batch);
                    batch.clear();
                }
            }
            append(file, batch);
        } catch (CharacterCodingException e) {
            throw new BadInput(
                    SourceProblem.ENCODING,
                    file + ":" + (line + 1),
                    "is not UTF-8 from there on",
                    "convert it to UTF-8");
        } catch (IOException e) {
            throw new SurroundingsFailed("a source file could not be read", e);
        }
    }

    private record Line(long number, String text) {}

    private void append(Path file, List<Line> lines) {
        Map<String, List<FhirRow>> rows = new LinkedHashMap<>();
        IntStream.range(0, lines.size())
                .parallel()
                .mapToObj(i -> rows(file, lines.get(i)))
                .toList()
                .forEach(own -> own.forEach(row -> rows.computeIfAbsent(row.table(), t -> new ArrayList<>())
                        .add(row)));
        rows.forEach((table, own) -> append(table(table, file), own));
    }

    private List<FhirRow> rows(Path file, Line line) {
        try {
            return model.rows(line.text());
        } catch (UnfitResource e) {
            throw new BadInput(
                    SourceProblem.FHIR, file + ":" + line.number(), String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private SourceTable table(String name, Path file) {
        return tables.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> {
            List<String> columns = model.columns(name);
            engine.execute("CREATE TABLE " + Sql.name(prefix + key) + " ("
                    + columns.stream().map(c -> Sql.name(c) + " VARCHAR").collect(Collectors.joining(", ")) + ")");
            return new SourceTable(name, prefix + key, file, columns);
        });
    }

    private void append(SourceTable table, List<FhirRow> rows) {
        engine.append(table.view(), appender -> {
            for (FhirRow row : rows) {
                appender.beginRow();
                for (@Nullable String value : row.values()) {
                    if (value == null) {
                        appender.appendNull();
                    } else {
                        appender.append(value);
                    }
                }
                appender.endRow();
            }
        });
    }
}
