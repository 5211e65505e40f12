package dari.provisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDirectoryTests {

    private static final String CSV = "이름,note\n김민수,\"a, \"\"b\"\"\nc\"\n,x\n";

    @TempDir
    private Path folder;

    @TempDir
    private Path spill;

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "UTF-16LE,\uFEFF", "UTF-16BE,\uFEFF", "x-windows-949,''", "EUC-KR,''"})
    void readsTheSameRowsWhateverTheEncodingAndPacking(String charset, String mark) throws IOException {
        byte[] bytes = (mark + CSV).getBytes(Charset.forName(charset));
        Files.write(folder.resolve("plain.csv"), bytes);
        Files.write(folder.resolve("packed.csv.gz"), gzipped(bytes));
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            List<SourceTable> tables = open(engine).tables();
            assertThat(tables).extracting(SourceTable::name).containsExactly("packed", "plain");
            assertThat(tables).allSatisfy(table -> {
                assertThat(table.columns()).containsExactly("이름", "note");
                assertThat(rows(engine, table)).containsExactlyInAnyOrder("김민수|a, \"b\"\nc", "null|x");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterInTheHeader(String delimiter) {
        String header = String.join(delimiter, "a", "b", "\"c,c;c|c\"");
        Sources.write(folder.resolve("t.csv"), header + "\n" + String.join(delimiter, "1", "2", "3") + "\n");
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            SourceTable table = open(engine).tables().get(0);
            assertThat(table.columns()).containsExactly("a", "b", "c,c;c|c");
            assertThat(rows(engine, table)).containsExactly("1|2|3");
        }
    }

    @Test
    void joinsThePartsOfATable() throws IOException {
        Sources.write(folder.resolve("visit.part-1.csv"), "a,b\n1,x\n");
        Files.write(folder.resolve("visit.part-2.csv.gz"), gzipped("a,b\n2,y\n".getBytes(StandardCharsets.UTF_8)));
        Sources.write(folder.resolve("drug/2019.csv"), "a\n3\n");
        Files.write(folder.resolve("drug/2020.csv"), "a\n처방\n".getBytes(Charset.forName("x-windows-949")));
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            engine.execute("COPY (SELECT 1 AS a) TO "
                    + Sql.text(Files.createDirectory(folder.resolve("lab"))
                            .resolve("1.parquet")
                            .toString()));
            engine.execute("COPY (SELECT 2 AS a) TO "
                    + Sql.text(folder.resolve("lab/2.parquet").toString()));
            List<SourceTable> tables = open(engine).tables();
            assertThat(tables).extracting(SourceTable::name).containsExactly("drug", "lab", "visit");
            assertThat(rows(engine, tables.get(0))).containsExactlyInAnyOrder("3", "처방");
            assertThat(rows(engine, tables.get(1))).containsExactlyInAnyOrder("1", "2");
            assertThat(rows(engine, tables.get(2))).containsExactlyInAnyOrder("1|x", "2|y");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t.part-1.csv|a,b|t.part-2.csv|b,a|t.part-2.csv:1: has other columns than the table's first file",
                "t.csv|a|t.part-1.csv|a|is a second file of table t",
                "t/1.csv|a|t.csv|a|is a second file of table t",
            })
    void saysWhichFilesDoNotMakeOneTable(String one, String header, String other, String otherHeader, String message) {
        Sources.write(folder.resolve(one), header + "\n1\n");
        Sources.write(folder.resolve(other), otherHeader + "\n1\n");
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            assertThatThrownBy(() -> open(engine)).isInstanceOf(BadInput.class).hasMessageContaining(message);
        }
    }

    @Test
    void namesTheLineOfADecodedFileThatDoesNotFit() throws IOException {
        Charset korean = Charset.forName("x-windows-949");
        Files.write(folder.resolve("t.csv"), "가,나\n1,2\n비밀\n".getBytes(korean));
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            assertThatThrownBy(() -> open(engine))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("t.csv:3")
                    .hasMessageNotContaining("비밀");
        }
    }

    @Test
    void refusesBytesThatAreNoText() throws IOException {
        Files.write(folder.resolve("t.csv"), new byte[] {'a', '\n', (byte) 0xFF, (byte) 0xFF, '\n'});
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            assertThatThrownBy(() -> open(engine)).hasMessageContaining("is neither UTF-8, UTF-16 nor MS949");
        }
    }

    @Test
    void aTruncatedGzipFileIsBadInput() throws IOException {
        StringBuilder csv = new StringBuilder("a,b\n");
        for (int i = 0; i < 400_000; i++) {
            csv.append(i).append(',').append(i * 7919L % 1009).append('\n');
        }
        byte[] whole = gzipped(csv.toString().getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("t.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        try (DuckDb engine = DuckDb.open("100m", spill)) {
            assertThatThrownBy(() -> {
                        SourceTable table = open(engine).tables().get(0);
                        engine.number("SELECT count(*) FROM " + table.view());
                    })
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("t.csv.gz");
        }
    }

    private SourceDirectory open(DuckDb engine) {
        return SourceDirectory.open(engine, folder, name -> 0);
    }

    private static List<String> rows(DuckDb engine, SourceTable table) {
        return engine.list("SELECT * FROM " + Sql.name(table.view()), row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= table.columns().size(); i++) {
                line.append(i > 1 ? "|" : "").append(row.getString(i));
            }
            return line.toString();
        });
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
