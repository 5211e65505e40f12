package dari.provisioner.engine;

import dari.provisioner.BadInput;
import dari.provisioner.SourceProblem;
import dari.provisioner.SurroundingsFailed;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How a CSV file is written, as its beginning shows.
 *
 * @param charset by its byte order mark; without one UTF-8, or MS949 (which holds EUC-KR) where the beginning is no UTF-8
 * @param columns as the header line spells them
 */
record CsvForm(Charset charset, char delimiter, List<String> columns) {

    /** As a delimiter: look for it. */
    static final char FIND = 0;

    private static final int BEGINNING = 1 << 20;
    private static final String DELIMITERS = ",;\t|";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    CsvForm {
        columns = List.copyOf(columns);
    }

    /**
     * @param delimiter {@link #FIND} takes the most frequent of comma, semicolon, tab and bar in the header line
     * @throws BadInput naming the file's first line when it cannot be read
     */
    static CsvForm of(Path file, char delimiter) {
        try {
            byte[] beginning;
            try (InputStream in = open(file)) {
                beginning = in.readNBytes(BEGINNING);
            }
            Charset charset = charset(file, beginning);
            String line = new String(beginning, charset).lines().findFirst().orElse("");
            char found = delimiter == FIND ? delimiter(line) : delimiter;
            return new CsvForm(charset, found, header(file, charset, found));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new BadInput(
                    SourceProblem.UNREADABLE,
                    file + ":1",
                    isGzipped(file) ? "cannot be read as gzipped CSV" : "cannot be read as CSV",
                    "give a CSV file with a header line");
        }
    }

    /**
     * Unpacks a gzipped file to its end: the engine takes one that was cut off for a shorter one.
     *
     * @throws BadInput naming the file when it is cut off or its checksum is wrong
     */
    static void requireWhole(Path file) {
        if (!isGzipped(file)) {
            return;
        }
        try (InputStream in = open(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException | ZipException e) {
            throw new BadInput(
                    SourceProblem.UNREADABLE, file.toString(), "is cut off or damaged", "copy the gzipped file again");
        } catch (IOException e) {
            throw new SurroundingsFailed("a source file could not be read", e);
        }
    }

    boolean isUtf8() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    static boolean isGzipped(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return isGzipped(file) ? new GZIPInputStream(raw) : raw;
    }

    /** Reads on, and fails where a byte does not belong to the charset. */
    static CSVParser parser(Path file, Charset charset, char delimiter) throws IOException {
        Reader reader = new BufferedReader(
                new InputStreamReader(open(file), charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        return CSVParser.parse(
                reader, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
    }

    private static List<String> header(Path file, Charset charset, char delimiter) throws IOException {
        try (CSVParser parser = parser(file, charset, delimiter)) {
            List<String> columns = new ArrayList<>();
            for (CSVRecord header : parser) {
                header.forEach(c -> columns.add(c.replace(BYTE_ORDER_MARK, "").strip()));
                break;
            }
            return columns;
        }
    }

    /** Quoted delimiters do not count; the earlier of equally frequent ones wins. */
    private static char delimiter(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char best = DELIMITERS.charAt(0);
        for (int i = 1; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            if (count(bare, candidate) > count(bare, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }

    private static Charset charset(Path file, byte[] beginning) {
        int first = beginning.length > 1 ? (beginning[0] & 0xFF) << 8 | (beginning[1] & 0xFF) : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            return StandardCharsets.UTF_16;
        }
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("x-windows-949"))) {
            if (isIn(charset, beginning)) {
                return charset;
            }
        }
        throw new BadInput(
                SourceProblem.ENCODING, file.toString(), "is neither UTF-8, UTF-16 nor MS949", "convert it to UTF-8");
    }

    /** Whether the bytes are text of the charset; the last character may be cut. */
    private static boolean isIn(Charset charset, byte[] bytes) {
        return !charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), false)
                .isError();
    }
}
