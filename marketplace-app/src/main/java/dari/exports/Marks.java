package dari.exports;

import dari.exports.scan.ExportForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Writes into a file, where its form allows a visible line, for whom it left; every other form stays byte by byte. */
final class Marks {

    private static final float SIZE = 7;
    private static final float MARGIN = 14;

    private Marks() {}

    /** @param line in ASCII: the fonts that every PDF may use know no Hangul */
    static Optional<byte[]> mark(ExportForm form, byte[] content, String line) {
        return switch (form) {
            case CSV, TEXT -> Optional.of(text(content, line));
            case PDF -> Optional.of(pdf(content, line));
            case XLSX, PNG, NOTEBOOK, SAFETENSORS, ONNX -> Optional.empty();
        };
    }

    /** A remark on top, as CSV on the Web has it ("commentPrefix"); a byte order mark stays the first thing. */
    private static byte[] text(byte[] content, String line) {
        String text = new String(content, StandardCharsets.UTF_8);
        boolean ordered = !text.isEmpty() && text.charAt(0) == '\ufeff';
        String marked = (ordered ? "\ufeff" : "") + "# " + line + "\n" + (ordered ? text.substring(1) : text);
        return marked.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pdf(byte[] content, String line) {
        try (PDDocument document = Loader.loadPDF(content)) {
            for (PDPage page : document.getPages()) {
                try (PDPageContentStream text =
                        new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                    text.beginText();
                    text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), SIZE);
                    text.newLineAtOffset(
                            page.getCropBox().getLowerLeftX() + MARGIN,
                            page.getCropBox().getLowerLeftY() + MARGIN);
                    text.showText(line);
                    text.endText();
                }
            }
            ByteArrayOutputStream marked = new ByteArrayOutputStream();
            document.save(marked);
            return marked.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
