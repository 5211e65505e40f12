package dari.documents;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a file says, as far as it can be read.
 *
 * @param texts running texts
 * @param tables rows of cells
 */
public record FileContent(FileType type, List<String> texts, List<List<List<String>>> tables) {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] DICOM = {'D', 'I', 'C', 'M'};
    private static final int DICOM_PREAMBLE = 128;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};
    private static final long MOST_CELLS = 3_000_000;
    private static final int BYTE_ORDER_MARK = '\ufeff';

    /**
     * A preamble may look like anything, so a DICOM file is looked for before all else.
     *
     * @throws ContentRefused when it cannot be read, is of a kind that is not taken, or hides something
     */
    public static FileContent read(byte[] content) {
        if (content.length == 0) {
            throw new ContentRefused("empty");
        }
        refuseDicom(content);
        if (starts(content, 0, PDF)) {
            return pdf(content);
        }
        if (starts(content, 0, PNG)) {
            return new FileContent(FileType.PNG, List.of(), List.of());
        }
        if (starts(content, 0, JPEG)) {
            return new FileContent(FileType.JPEG, List.of(), List.of());
        }
        if (starts(content, 0, ZIP)) {
            return OfficeFile.read(content);
        }
        return text(content);
    }

    static void refuseDicom(byte[] content) {
        if (starts(content, DICOM_PREAMBLE, DICOM)) {
            throw new ContentRefused("dicom");
        }
    }

    private static FileContent pdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new ContentRefused("locked");
            }
            var names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                throw new ContentRefused("embedded");
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return new FileContent(FileType.PDF, List.of(stripper.getText(document)), List.of());
        } catch (InvalidPasswordException e) {
            throw new ContentRefused("locked");
        } catch (IOException | RuntimeException e) {
            if (e instanceof ContentRefused refused) {
                throw refused;
            }
            throw new ContentRefused("unreadable");
        }
    }

    private static FileContent text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ContentRefused(isBinary(content) ? "type" : "encoding");
        }
        if (isBinary(content)) {
            throw new ContentRefused("type");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return new FileContent(FileType.TEXT, List.of(text), tables(text));
    }

    /** Control characters other than tab, line feed, form feed and carriage return are not in a text. */
    private static boolean isBinary(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\f' && b != '\r') {
                return true;
            }
        }
        return false;
    }

    /** The text as a table by each separator; what is none has no column of anything. */
    private static List<List<List<String>>> tables(String text) {
        List<List<List<String>>> tables = new ArrayList<>();
        long cells = 0;
        for (char separator : SEPARATORS) {
            if (text.indexOf(separator) >= 0) {
                cells += text.chars().filter(c -> c == separator || c == '\n').count();
                if (cells > MOST_CELLS) {
                    throw new ContentRefused("unreadable");
                }
                tables.add(table(text, separator));
            }
        }
        return tables;
    }

    private static List<List<String>> table(String text, char separator) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.stream().map(CSVRecord::toList).toList();
        } catch (IOException | RuntimeException e) {
            String cut = java.util.regex.Pattern.quote(String.valueOf(separator));
            return text.lines().map(line -> Arrays.asList(line.split(cut, -1))).toList();
        }
    }

    private static boolean starts(byte[] content, int at, byte[] magic) {
        return content.length >= at + magic.length
                && Arrays.equals(content, at, at + magic.length, magic, 0, magic.length);
    }
}
