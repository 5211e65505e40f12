package dari.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Word and Excel files: a zip with the right parts, no macros, nothing embedded, not blown up. */
final class OfficeFile {

    private static final int MOST_PARTS = 3_000;
    private static final int MOST_BYTES = 200 * 1024 * 1024;
    private static final int MOST_BYTES_OF_A_PART = 64 * 1024 * 1024;
    private static final long MOST_CELLS = 4_000_000;
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;
    private static final XMLInputFactory XML = xml();

    /** What may still be read of a workbook: empty columns and shared texts are larger than what the zip holds of them. */
    private static final class Room {
        private long cells = MOST_CELLS;
        private long characters = MOST_CHARACTERS;

        void take(int more, int length) {
            cells -= more;
            characters -= length;
            if (cells < 0 || characters < 0) {
                throw new ContentRefused("unreadable");
            }
        }
    }

    private OfficeFile() {}

    static FileContent read(byte[] content) {
        Map<String, byte[]> parts = parts(content);
        boolean word = parts.containsKey("word/document.xml");
        boolean excel = parts.containsKey("xl/workbook.xml");
        if (!parts.containsKey("[Content_Types].xml") || word == excel) {
            throw new ContentRefused("type");
        }
        try {
            return word ? word(parts) : excel(parts);
        } catch (XMLStreamException e) {
            throw new ContentRefused("unreadable");
        }
    }

    /** The XML parts; every other part is only looked at. */
    private static Map<String, byte[]> parts(byte[] content) {
        Map<String, byte[]> parts = new HashMap<>();
        long bytes = 0;
        int count = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(MOST_BYTES_OF_A_PART + 1);
                bytes += part.length;
                if (++count > MOST_PARTS || bytes > MOST_BYTES || part.length > MOST_BYTES_OF_A_PART) {
                    throw new ContentRefused("unreadable");
                }
                FileContent.refuseDicom(part);
                String name = entry.getName();
                if (name.endsWith("vbaProject.bin")) {
                    throw new ContentRefused("macro");
                }
                if (name.contains("/embeddings/")) {
                    throw new ContentRefused("embedded");
                }
                if (name.endsWith(".xml")) {
                    parts.put(name, part);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ContentRefused("unreadable");
        }
        return parts;
    }

    private static FileContent word(Map<String, byte[]> parts) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        List<List<List<String>>> tables = new ArrayList<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().startsWith("word/")) {
                List<List<String>> rows = new ArrayList<>();
                texts.add(wordText(part.getValue(), rows));
                tables.add(rows);
            }
        }
        return new FileContent(FileType.DOCX, texts, tables);
    }

    /** The text of a part, a paragraph a line; rows of its tables go to {@code rows}. */
    private static String wordText(byte[] part, List<List<String>> rows) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        List<String> cells = new ArrayList<>();
        int cellStart = 0;
        boolean inText = false;
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = true;
                    case "tab" -> text.append('\t');
                    case "br" -> text.append('\n');
                    case "noBreakHyphen" -> text.append('-');
                    case "tr" -> cells = new ArrayList<>();
                    case "tc" -> cellStart = text.length();
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> inText = false;
                    case "p" -> text.append('\n');
                    case "tc" -> cells.add(text.substring(cellStart).strip());
                    case "tr" -> rows.add(cells);
                    default -> {}
                }
            } else if (inText && xml.isCharacters()) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private static FileContent excel(Map<String, byte[]> parts) throws XMLStreamException {
        byte[] shared = parts.get("xl/sharedStrings.xml");
        List<String> strings = shared == null ? List.of() : strings(shared);
        List<List<List<String>>> tables = new ArrayList<>();
        List<String> texts = new ArrayList<>(strings);
        Room room = new Room();
        List<String> names = parts.keySet().stream()
                .filter(name -> name.startsWith("xl/"))
                .sorted(Comparator.naturalOrder())
                .toList();
        for (String name : names) {
            if (name.startsWith("xl/worksheets/sheet")) {
                List<List<String>> rows = rows(parts.get(name), strings, room);
                tables.add(rows);
                rows.forEach(row -> texts.add(String.join("\n", row)));
            } else if (name.startsWith("xl/comments") || name.startsWith("xl/drawings/")) {
                texts.addAll(strings(parts.get(name)));
            }
        }
        return new FileContent(FileType.XLSX, texts, tables);
    }

    /** The texts of a part, those of one item joined. */
    private static List<String> strings(byte @Nullable [] part) throws XMLStreamException {
        List<String> strings = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        boolean inText = false;
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.getLocalName().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
                if (List.of("si", "comment", "p").contains(xml.getLocalName())) {
                    strings.add(item.toString());
                    item.setLength(0);
                }
            } else if (inText && xml.isCharacters()) {
                item.append(xml.getText());
            }
        }
        return strings;
    }

    private static List<List<String>> rows(byte @Nullable [] part, List<String> strings, Room room)
            throws XMLStreamException {
        List<List<String>> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        String type = "";
        boolean inValue = false;
        XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> cells = new ArrayList<>();
                    case "c" -> {
                        int before = cells.size();
                        pad(cells, column(xml.getAttributeValue(null, "r")));
                        room.take(cells.size() - before, 0);
                        String given = xml.getAttributeValue(null, "t");
                        type = given == null ? "" : given;
                        value.setLength(0);
                    }
                    case "v", "t" -> inValue = true;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v", "t" -> inValue = false;
                    case "c" -> {
                        String cell = type.equals("s") ? shared(value.toString(), strings) : value.toString();
                        room.take(1, cell.length());
                        cells.add(cell);
                    }
                    case "row" -> rows.add(cells);
                    default -> {}
                }
            } else if (inValue && xml.isCharacters()) {
                value.append(xml.getText());
            }
        }
        return rows;
    }

    /** Excel leaves empty cells out; their place says which column a cell is in. */
    private static void pad(List<String> cells, int column) {
        while (cells.size() < column) {
            cells.add("");
        }
    }

    private static int column(@Nullable String reference) {
        int column = 0;
        if (reference != null) {
            for (int i = 0; i < Math.min(reference.length(), 3) && Character.isUpperCase(reference.charAt(i)); i++) {
                column = column * 26 + reference.charAt(i) - 'A' + 1;
            }
        }
        return column - 1;
    }

    private static String shared(String index, List<String> strings) {
        try {
            int i = Integer.parseInt(index.strip());
            return i >= 0 && i < strings.size() ? strings.get(i) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
