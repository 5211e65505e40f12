package dari.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.springframework.mock.web.MockMultipartFile;

/** Makes real files of each kind for tests. */
public final class TestFiles {

    private TestFiles() {}

    public static MockMultipartFile upload(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF of one page; ASCII only, as its font has no more. */
    public static byte[] pdf(String line) {
        return pdf(line, null);
    }

    public static byte[] lockedPdf(String line) {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "reader", new AccessPermission());
        return pdf(line, policy);
    }

    private static byte[] pdf(String line, StandardProtectionPolicy policy) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                stream.newLineAtOffset(72, 700);
                stream.showText(line);
                stream.endText();
            }
            if (policy != null) {
                document.protect(policy);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Word file; each part of the text is a run of its own, as Word itself splits them. */
    public static byte[] docx(String... runs) {
        StringBuilder body = new StringBuilder();
        for (String run : runs) {
            body.append("<w:r><w:t>").append(run).append("</w:t></w:r>");
        }
        return zip(word("<w:p>" + body + "</w:p>"));
    }

    static byte[] docxTable(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<w:tbl>");
        for (List<String> row : rows) {
            table.append("<w:tr>");
            row.forEach(
                    cell -> table.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>"));
            table.append("</w:tr>");
        }
        return zip(word(table + "</w:tbl>"));
    }

    static Map<String, byte[]> word(String body) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("<Types/>"));
        parts.put(
                "word/document.xml",
                text("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + body + "</w:body></w:document>"));
        return parts;
    }

    /** An Excel file with one sheet; a cell of digits is a number, any other a shared string. */
    static byte[] xlsx(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        StringBuilder strings = new StringBuilder("<sst>");
        int count = 0;
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row>");
            for (int c = 0; c < rows.get(r).size(); c++) {
                String cell = rows.get(r).get(c);
                String place = (char) ('A' + c) + "" + (r + 1);
                if (cell.matches("[\\d.E]+")) {
                    sheet.append("<c r=\"" + place + "\"><v>" + cell + "</v></c>");
                } else {
                    sheet.append("<c r=\"" + place + "\" t=\"s\"><v>" + count++ + "</v></c>");
                    strings.append("<si><t>").append(cell).append("</t></si>");
                }
            }
            sheet.append("</row>");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", text("<Types/>"));
        parts.put("xl/workbook.xml", text("<workbook/>"));
        parts.put("xl/worksheets/sheet1.xml", text(sheet + "</sheetData></worksheet>"));
        parts.put("xl/sharedStrings.xml", text(strings + "</sst>"));
        return zip(parts);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** What a DICOM file starts with: a preamble of 128 bytes that may be anything, then its name. */
    static byte[] dicom(String preamble) {
        byte[] file = new byte[200];
        byte[] start = text(preamble);
        System.arraycopy(start, 0, file, 0, start.length);
        System.arraycopy(text("DICM"), 0, file, 128, 4);
        return file;
    }
}
