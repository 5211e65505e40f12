package dari.exports.scan;

import dari.documents.FileContent;
import dari.documents.FileType;
import dari.exports.scan.ReadFile.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a file of results, whatever it is called. */
final class ResultFile {

    /** Of ten rows of a table, at least so many have as many cells. */
    private static final int OF_TEN = 9;

    private ResultFile() {}

    /**
     * @return empty where it is of no form that may leave
     * @throws dari.documents.ContentRefused when it cannot be read
     */
    static Optional<ReadFile> read(byte[] content) {
        FileContent file = FileContent.read(content);
        return switch (file.type()) {
            case TEXT -> Optional.of(text(file));
            case XLSX -> Optional.of(new ReadFile(ExportForm.XLSX, loose(file.texts()), tables(file), List.of()));
            case PDF ->
                Optional.of(new ReadFile(
                        ExportForm.PDF,
                        ReadFile.lines(String.join("\n", file.texts())),
                        List.of(),
                        List.of(Finding.note("pictures", null))));
            case PNG -> Optional.of(new ReadFile(ExportForm.PNG, List.of(), List.of(), PngFile.findings(content)));
            case JPEG, DOCX -> Optional.empty();
        };
    }

    /** The tables of a file that was read before. */
    static List<ResultTable> tables(byte[] content) {
        return read(content).map(ReadFile::tables).orElse(List.of());
    }

    private static ReadFile text(FileContent file) {
        String text = file.texts().get(0);
        return NotebookFile.read(text).orElseGet(() -> {
            List<ResultTable> table = table(file).stream().toList();
            return new ReadFile(
                    table.isEmpty() ? ExportForm.TEXT : ExportForm.CSV, ReadFile.lines(text), table, List.of());
        });
    }

    /** By the separator under which most rows are alike. */
    private static Optional<ResultTable> table(FileContent file) {
        return file.tables().stream()
                .map(cells -> ResultTable.of(1, cells))
                .filter(table -> table.width() > 1 && !table.rows().isEmpty())
                .filter(ResultFile::isRegular)
                .max(Comparator.comparingInt(ResultTable::width));
    }

    private static boolean isRegular(ResultTable table) {
        Map<Long, Long> byCells = table.rows().stream()
                .map(row -> row.stream().filter(cell -> !cell.isEmpty()).count())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long wide = byCells.entrySet().stream()
                .filter(entry -> entry.getKey() * 2 > table.width())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return wide * 10 >= (long) table.rows().size() * OF_TEN;
    }

    private static List<ResultTable> tables(FileContent file) {
        List<ResultTable> tables = new ArrayList<>();
        for (List<List<String>> cells : file.tables()) {
            ResultTable table = ResultTable.of(tables.size() + 1, cells);
            if (file.type() == FileType.XLSX && !table.rows().isEmpty()) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static List<Piece> loose(List<String> texts) {
        return texts.stream().map(text -> new Piece(null, text)).toList();
    }
}
