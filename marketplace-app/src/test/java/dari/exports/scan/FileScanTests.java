package dari.exports.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.protobuf.CodedOutputStream;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileScanTests {

    private static final ReleaseFacts RELEASE = new ReleaseFacts(
            20,
            List.of(new ReleaseFacts.Table(
                    "person", Set.of("person_id", "year_of_birth", "gender", "region"), Set.of("person_id"), 2000)),
            50_000);
    private static final WeightTerms MAY_LEAVE = new WeightTerms(true, false);

    @TempDir
    Path folder;

    @Test
    void aTableOfLargeCountsIsFine() {
        Scanned scanned = results("age_group,n\n40-49,120\n50-59,340\n60-69,95\n");
        assertThat(scanned.form()).isEqualTo(ExportForm.CSV);
        assertThat(scanned.findings()).isEmpty();
    }

    @Test
    void smallCellsAreCountedAndPlacedWithoutTheirContent() {
        Scanned scanned =
                results("age_group,n,auc\n40-49,120,0.81\n50-59,19,0.79\n60-69,0,0.8\n70-79,<20,0.7\n80-89,20,0.7\n");
        assertThat(scanned.isBlocked()).isFalse();
        assertThat(scanned.findings())
                .containsExactly(Finding.look("smallCells", 1, 20L, List.of(Place.of(Place.Kind.CELL, 1, 3, 2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sex,yes,no\\nF,120,7\\nM,80,90 | true",
                "진단,환자 수\\nA,12\\nB,300 | true",
                "group,share\\nA,5 (2.5%)\\nB,190 (97.5%) | true",
                "model,epoch,loss\\na,1,0.5\\nb,2,0.4 | false",
                "name,age\\na,12\\nb,13 | false",
                "gender,count_star()\\n8507,4\\n8532,300 | true"
            })
    void countsAreKnownByTheirHeaderTheirSharesOrACrossTable(String csv, boolean small) {
        Scanned scanned = results(csv.strip().replace("\\n", "\n"));
        assertThat(scanned.findings().stream().anyMatch(f -> f.code().equals("smallCells")))
                .isEqualTo(small);
    }

    @Test
    void rowsOfPersonsAndOfTheReleaseDoNotLeave() {
        assertThat(results("a text with 900101-1234567 in it").findings())
                .containsExactly(Finding.blocks("rrn", Place.of(Place.Kind.LINE, 1)));
        String keyed = rows(12, i -> i + "," + (0.1 * i));
        assertThat(codes(results("person_id,risk\n" + keyed))).contains("rows", "releaseRows");
        String alike = rows(12, i -> "19" + (40 + i) + ",F,seoul");
        Scanned copied = results("year_of_birth,gender,region\n" + alike);
        assertThat(codes(copied)).contains("releaseRows");
        assertThat(copied.isBlocked()).isTrue();
        assertThat(codes(results("person_id,risk\n1,0.2\n2,0.3\n"))).isEmpty(); // two rows are an example
    }

    @Test
    void contactsAndLargeTablesAreLookedAt() {
        assertThat(codes(results("ask kim@example.org or 010-1234-5678"))).containsExactly("email", "phone");
        Scanned large = results("rank,score\n" + rows(1001, i -> "r" + i + ",0.5"));
        assertThat(large.findings()).containsExactly(Finding.look("largeTable", 1001, 1000L, List.of(place())));
        assertThat(large.isBlocked()).isFalse();
    }

    @Test
    void notebooksAreReadCellByCell() {
        String picture = Base64.getEncoder().encodeToString("hidden".getBytes(StandardCharsets.UTF_8));
        String table = "<table><tr><th>sex</th><th>n</th></tr><tr><td>F</td><td>3</td></tr></table>";
        Scanned scanned = results("""
                {"nbformat": 4, "metadata": {}, "cells": [
                  {"cell_type": "code", "source": ["x = 1\\n", "# 900101-1234567"], "outputs": []},
                  {"cell_type": "code", "source": "df", "outputs": [{"data": {"text/html": "%s", "image/png": "%s"}}]}]}
                """.formatted(table, picture));
        assertThat(scanned.form()).isEqualTo(ExportForm.NOTEBOOK);
        assertThat(scanned.findings())
                .contains(
                        Finding.blocks("rrn", Place.of(Place.Kind.BLOCK, 1)),
                        Finding.blocks("hidden", Place.of(Place.Kind.BLOCK, 2)),
                        Finding.look("smallCells", 1, 20L, List.of(Place.of(Place.Kind.CELL, 1, 2, 2))));
    }

    @Test
    void aPictureHidesNothingBehindItsEnd() throws IOException {
        byte[] png = png();
        assertThat(codes(FileScan.results(png, RELEASE))).containsExactly("pictures");
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(png);
        longer.write("person_id,1".getBytes(StandardCharsets.UTF_8));
        assertThat(FileScan.results(longer.toByteArray(), RELEASE).isBlocked()).isTrue();
    }

    @Test
    void aPictureHasNoChunksThatShowNothing() throws IOException {
        byte[] png = png();
        int end = png.length - 12; // IEND
        ByteBuffer more = ByteBuffer.allocate(png.length + 16).put(png, 0, end);
        more.putInt(4).put(bytes("roWs")).put(bytes("1,60")).putInt(0);
        assertThat(FileScan.results(more.put(png, end, 12).array(), RELEASE).isBlocked())
                .isTrue();
    }

    @Test
    void hostileFilesCostNoMoreThanOthers() throws IOException {
        int many = 300_000;
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(codes(results("a".repeat(many)))).isEmpty();
            assertThat(codes(results("1".repeat(many) + "x,b\n1,2\n"))).isEmpty();
            assertThat(codes(results("label\tn\na\t1" + ",111".repeat(9) + "\n")))
                    .isEmpty();
            String wide = ",".repeat(10_000) + "\n" + "a,b\n".repeat(100_000);
            assertThat(codes(results(wide))).containsExactly("unreadable");
            assertThat(codes(results(",;\t|".repeat(800_000)))).containsExactly("unreadable");
            String deep = "[".repeat(900) + "\"" + "b".repeat(many) + "\"" + "]".repeat(900);
            assertThat(codes(results("{\"nbformat\": 4, \"cells\": [], \"metadata\": " + deep + "}")))
                    .isEmpty();
            assertThat(codes(FileScan.results(sheet("<row><c r=\"ZZZ1\"/></row>".repeat(1_000)), RELEASE)))
                    .containsExactly("unreadable");
        });
    }

    @Test
    void aModelThatIsNotWhatItsFormSaysIsRefused() throws IOException {
        for (String header : List.of(
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[\"x\"],\"data_offsets\":[0,8]}}",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,1e99]}}",
                "{\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"rows\":\"1,60\"}}",
                "{\"__metadata__\":{\"rows\":[\"1,60\"]},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":{\"a\":\"1,60\"},\"__metadata__\":{},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}")) {
            assertThat(codes(weights(safetensors(header, 8), MAY_LEAVE)))
                    .as(header)
                    .containsExactly("weightsForm");
        }
        byte[] many = message(graph -> {
            for (int i = 0; i < 200_000; i++) {
                graph.writeByteArray(5, new byte[0]);
            }
        });
        byte[] dims = message(graph -> graph.writeByteArray(5, message(t -> t.writeByteArray(1, new byte[1000]))));
        byte[] words = message(graph -> graph.writeString(10, "a".repeat(5_000_000)));
        for (byte[] graph : List.of(many, dims, words)) {
            assertThat(codes(weights(model(graph), MAY_LEAVE))).containsExactly("weightsForm");
        }
        assertThat(codes(weights(model(new byte[] {(3 << 3) | 3}), MAY_LEAVE))).containsExactly("weightsForm");
        byte[] groups = new byte[1_000_000];
        Arrays.fill(groups, (byte) ((3 << 3) | 3));
        assertThat(codes(weights(model(groups), MAY_LEAVE))).containsExactly("weightsForm");
    }

    @Test
    void whatRunsCodeWhenOpenedIsRefusedUnderAnyName() throws IOException {
        byte[] pickle = {(byte) 0x80, 4, (byte) 0x95, 0, 0};
        assertThat(codes(FileScan.results(pickle, RELEASE))).containsExactly("pickle");
        assertThat(codes(weights(pickle, MAY_LEAVE))).containsExactly("pickle");
        assertThat(codes(weights(zip("archive/data.pkl", pickle), MAY_LEAVE))).containsExactly("pickle");
        assertThat(codes(weights("plain".getBytes(StandardCharsets.UTF_8), MAY_LEAVE)))
                .containsExactly("weightsForm");
    }

    @Test
    void weightsLeaveOnlyWhereTheAgreementSaysSo() throws IOException {
        byte[] model = safetensors("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 24);
        Scanned fine = weights(model, MAY_LEAVE);
        assertThat(fine.form()).isEqualTo(ExportForm.SAFETENSORS);
        assertThat(fine.findings()).containsExactly(Finding.note("weightsParameters", 6L));
        assertThat(codes(weights(model, new WeightTerms(false, true))))
                .containsExactly("weightsTerms", "weightsParameters", "weightsReturned");
        assertThat(codes(FileScan.results(model, RELEASE))).containsExactly("type"); // they are their own kind
    }

    @Test
    void weightsThatHideOrRememberDataAreFound() throws IOException {
        byte[] gap = safetensors("{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}", 40);
        assertThat(codes(weights(gap, MAY_LEAVE))).contains("weightsHidden");
        byte[] large =
                safetensors("{\"w\":{\"dtype\":\"I64\",\"shape\":[2000,15],\"data_offsets\":[0,240000]}}", 240_000);
        assertThat(codes(weights(large, MAY_LEAVE)))
                .contains("weightsSize", "weightsWholeNumbers", "weightsRows")
                .doesNotContain("weightsHidden");
    }

    @Test
    void onnxIsReadAsAProtocolBuffer() throws IOException {
        Scanned scanned = weights(onnx(false), MAY_LEAVE);
        assertThat(scanned.form()).isEqualTo(ExportForm.ONNX);
        assertThat(scanned.findings()).containsExactly(Finding.note("weightsParameters", 12L));
        assertThat(codes(weights(onnx(true), MAY_LEAVE))).contains("weightsElsewhere");
    }

    @Test
    void aChangedCriterionShowsAsADifferenceOfCells() {
        ResultTable now = FileScan.tables(bytes("age,n\n>= 41,117\nall,900\n")).get(0);
        ResultTable before =
                FileScan.tables(bytes("age,n\n>= 40,120\nall,900\n")).get(0);
        TableDifference difference = TableDifference.between(now, before, 10).orElseThrow();
        assertThat(difference.small()).isEqualTo(1);
        assertThat(difference.lines().get(0).cells().get(1))
                .isEqualTo(new TableDifference.Cell("117", "120", -3L, true));
        assertThat(TableDifference.between(now, before, 3).orElseThrow().small())
                .isZero();
        ResultTable other = FileScan.tables(bytes("sex,n\nF,120\nM,80\n")).get(0);
        assertThat(TableDifference.between(now, other, 10)).isEmpty();
    }

    private static Place place() {
        return Place.of(Place.Kind.TABLE, 1);
    }

    private static String rows(int many, IntFunction<String> row) {
        return IntStream.rangeClosed(1, many).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Scanned results(String text) {
        return FileScan.results(bytes(text), RELEASE);
    }

    private Scanned weights(byte[] content, WeightTerms terms) throws IOException {
        return FileScan.weights(Files.write(folder.resolve("model"), content), RELEASE, terms);
    }

    private static List<String> codes(Scanned scanned) {
        return scanned.findings().stream().map(Finding::code).toList();
    }

    private static byte[] safetensors(String header, int bytes) {
        byte[] json = bytes(header);
        return ByteBuffer.allocate(Long.BYTES + json.length + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    /** ModelProto with an initializer of 3 times 4 numbers. */
    private static byte[] onnx(boolean elsewhere) throws IOException {
        byte[] tensor = message(out -> {
            out.writeInt64(1, 3);
            out.writeInt64(1, 4);
            out.writeInt32(2, 1);
            out.writeString(8, "w");
            if (elsewhere) {
                out.writeEnum(14, 1);
            }
        });
        return model(message(out -> out.writeByteArray(5, tensor)));
    }

    private static byte[] model(byte[] graph) throws IOException {
        return message(out -> {
            out.writeInt64(1, 8);
            out.writeByteArray(7, graph);
        });
    }

    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.write(out);
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** A workbook with one sheet. */
    private static byte[] sheet(String rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(bytes("<x>" + rows + "</x>"));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
