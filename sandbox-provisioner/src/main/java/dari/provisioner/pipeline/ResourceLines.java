package dari.provisioner.pipeline;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.fhir.FhirWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes the rows of a query as one file of NDJSON, {@code TYPE.ndjson}. */
final class ResourceLines {

    private ResourceLines() {}

    /** One resource of a row. */
    @FunctionalInterface
    interface Resource {
        String of(ResultSet row) throws SQLException;
    }

    static void write(DuckDb engine, String query, Path data, FhirWriter writer, Resource resource) {
        Path file = data.resolve(writer.type() + ".ndjson");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            engine.each(query, row -> {
                write(lines, resource.of(row));
                return row;
            });
        } catch (IOException | UncheckedIOException e) {
            throw new SurroundingsFailed("the FHIR resources could not be written", e);
        }
    }

    private static void write(BufferedWriter lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
