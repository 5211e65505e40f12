package dari.exports.scan;

import dari.documents.ContentCheck;
import dari.documents.ContentRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Looks into one file before anybody decides about it. */
public final class FileScan {

    private static final int FIRST_BYTES = 512;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F'};
    private static final byte[] GGUF = {'G', 'G', 'U', 'F'};

    /** Names and remarks beside the numbers are short; whole rows would not be. */
    private static final long MUCH_TEXT = 20_000;

    /** A label is shorter; in a longer value a query may have gathered many rows. */
    private static final long LONG_CELL = 200;

    /** A tensor with as many entries as the release has persons or rows may be those. */
    private static final long MANY_ROWS = 50;

    private FileScan() {}

    /** A table, text, picture, document or notebook. */
    public static Scanned results(byte[] content, ReleaseFacts release) {
        Optional<String> model = foreignModel(content);
        if (model.isPresent()) {
            return Scanned.refused(model.get());
        }
        try {
            return ResultFile.read(content)
                    .map(file -> new Scanned(file.form(), ContentFindings.of(file, release)))
                    .orElseGet(() -> Scanned.refused("form"));
        } catch (ContentRefused e) {
            String key = e.messageKey();
            return Scanned.refused(key.substring(key.lastIndexOf('.') + 1));
        }
    }

    /**
     * An answer of the SQL worker, whose names stand on top whatever they look like.
     *
     * @param text the same as CSV
     * @return what blocks before what people have to look at
     */
    public static List<Finding> answer(String text, List<String> names, List<List<String>> rows, ReleaseFacts release) {
        ReadFile file = new ReadFile(
                ExportForm.CSV, ReadFile.lines(text), List.of(new ResultTable(1, names, rows, 2)), List.of());
        List<Finding> findings = new ArrayList<>(ContentFindings.of(file, release));
        long gathered = rows.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.length() > LONG_CELL)
                .count();
        if (gathered > 0) {
            findings.add(Finding.look("longCells", gathered, LONG_CELL, List.of()));
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return findings;
    }

    /** A model. */
    public static Scanned weights(Path file, ReleaseFacts release, WeightTerms terms) throws IOException {
        byte[] first;
        try (InputStream in = Files.newInputStream(file)) {
            first = in.readNBytes(FIRST_BYTES);
        }
        Optional<String> foreign = foreignModel(first);
        if (foreign.isPresent()) {
            return Scanned.refused(foreign.get());
        }
        if (starts(first, ZIP)) {
            return Scanned.refused(holdsPickle(file) ? "pickle" : "weightsForm");
        }
        Optional<Weights> safe = SafetensorsFile.read(file);
        Optional<Weights> read = safe.isPresent() ? safe : OnnxFile.read(file);
        return read.map(weights -> new Scanned(weights.form(), findings(weights, file, release, terms)))
                .orElseGet(() -> Scanned.refused("weightsForm"));
    }

    private static List<Finding> findings(Weights weights, Path file, ReleaseFacts release, WeightTerms terms) {
        List<Finding> findings = new ArrayList<>(weights.findings());
        if (!terms.mayLeave()) {
            findings.add(Finding.blocks("weightsTerms"));
        }
        if (ContentCheck.holdsRegistrationNumber(weights.texts())) {
            findings.add(Finding.blocks("rrn"));
        }
        long texts = weights.texts().getBytes(StandardCharsets.UTF_8).length;
        if (texts > MUCH_TEXT) {
            findings.add(Finding.look("weightsTexts", texts, MUCH_TEXT, List.of()));
        }
        long bytes = file.toFile().length();
        if (bytes >= release.bytes()) {
            findings.add(Finding.look("weightsSize", bytes, release.bytes(), List.of()));
        }
        long whole = weights.wholeNumbers().stream()
                .mapToLong(name -> Weights.size(weights.tensors().getOrDefault(name, List.of())))
                .sum();
        if (whole > MUCH_TEXT) {
            findings.add(Finding.look("weightsWholeNumbers", whole, MUCH_TEXT, List.of()));
        }
        long likeRows = weights.tensors().values().stream()
                .filter(shape -> shape.stream().anyMatch(size -> isRowsOf(release, size)))
                .count();
        if (likeRows > 0) {
            findings.add(Finding.look("weightsRows", likeRows, null, List.of()));
        }
        findings.add(Finding.note("weightsParameters", weights.parameters()));
        if (terms.returned()) {
            findings.add(Finding.note("weightsReturned", null));
        }
        return findings;
    }

    private static boolean isRowsOf(ReleaseFacts release, long size) {
        return size >= MANY_ROWS && release.tables().stream().anyMatch(table -> table.rows() == size);
    }

    /** Forms of models that are never taken: a pickle runs what it holds when it is opened. */
    private static Optional<String> foreignModel(byte[] first) {
        if (first.length > 2 && (first[0] & 0xff) == 0x80 && first[1] >= 2 && first[1] <= 5) {
            return Optional.of("pickle");
        }
        return starts(first, HDF5) || starts(first, GGUF) ? Optional.of("weightsForm") : Optional.empty();
    }

    /** A model saved by PyTorch is a zip around a pickle. Only its list is read: nothing in it is unpacked. */
    private static boolean holdsPickle(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .anyMatch(entry ->
                            entry.getName().endsWith(".pkl") || entry.getName().endsWith(".npy"));
        } catch (IOException e) {
            return false; // no whole zip, so no model either
        }
    }

    private static boolean starts(byte[] content, byte[] magic) {
        return content.length >= magic.length && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
    }

    /** The tables of a file that was let through before, to be shown and compared. */
    public static List<ResultTable> tables(byte[] content) {
        return ResultFile.tables(content);
    }
}
