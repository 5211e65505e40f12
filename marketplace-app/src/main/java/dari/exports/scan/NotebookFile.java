package dari.exports.scan;

import dari.exports.scan.ReadFile.Piece;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Jupyter notebook: its cells' text, the tables among their outputs, and what was fastened to them. */
final class NotebookFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Piece> pieces = new ArrayList<>();
    private final List<ResultTable> tables = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long pictures;

    private NotebookFile() {}

    /** Empty where the text is no notebook. */
    static Optional<ReadFile> read(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.path("nbformat").isNumber() || !root.path("cells").isArray()) {
                return Optional.empty();
            }
            return Optional.of(new NotebookFile().walk(root));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private ReadFile walk(JsonNode root) {
        pieces.add(new Piece(null, strings(root.path("metadata"))));
        int number = 0;
        for (JsonNode cell : root.path("cells")) {
            number++;
            Place place = Place.of(Place.Kind.BLOCK, number);
            pieces.add(new Piece(place, joined(cell.path("source")) + "\n" + strings(cell.path("metadata"))));
            for (JsonNode output : cell.path("outputs")) {
                pieces.add(new Piece(place, joined(output.path("text"))));
                pieces.add(new Piece(place, strings(output.path("traceback"))));
                for (Map.Entry<String, JsonNode> shown : output.path("data").properties()) {
                    shown(place, shown.getKey(), shown.getValue());
                }
            }
            for (Map.Entry<String, JsonNode> fastened : cell.path("attachments").properties()) {
                for (Map.Entry<String, JsonNode> form : fastened.getValue().properties()) {
                    shown(place, form.getKey(), form.getValue());
                }
            }
        }
        if (pictures > 0) {
            findings.add(Finding.note("notebookPictures", pictures));
        }
        return new ReadFile(ExportForm.NOTEBOOK, pieces, tables, findings);
    }

    private void shown(Place place, String mediaType, JsonNode value) {
        if (mediaType.equals("image/png") || mediaType.equals("image/jpeg")) {
            pictures++;
            picture(place, joined(value));
        } else if (mediaType.equals("text/html")) {
            Element page = Jsoup.parse(joined(value));
            pieces.add(new Piece(place, page.wholeText()));
            for (Element table : page.select("table")) {
                ResultTable read = ResultTable.of(
                        tables.size() + 1,
                        table.select("tr").stream()
                                .map(row -> row.select("th, td").eachText())
                                .toList());
                if (!read.rows().isEmpty()) {
                    tables.add(read);
                }
            }
        } else {
            pieces.add(new Piece(place, value.isContainer() && !value.isArray() ? strings(value) : joined(value)));
        }
    }

    /** A picture is what it says it is, and nothing hides behind its end. */
    private void picture(Place place, String text) {
        try {
            byte[] content = Base64.getMimeDecoder().decode(text);
            if (PngFile.isPng(content) ? PngFile.hides(content) : !PngFile.isJpeg(content)) {
                findings.add(Finding.blocks("hidden", place));
            }
        } catch (IllegalArgumentException e) {
            findings.add(Finding.blocks("hidden", place));
        }
    }

    /** A notebook writes a text as one string or as its lines. */
    private static String joined(JsonNode text) {
        if (text.isString()) {
            return text.stringValue();
        }
        StringBuilder all = new StringBuilder();
        for (JsonNode line : text) {
            all.append(line.isString() ? line.stringValue() : strings(line));
        }
        return all.toString();
    }

    /** Every string and number below a node, a line each. */
    private static String strings(JsonNode node) {
        StringBuilder all = new StringBuilder();
        append(node, all);
        return all.toString();
    }

    private static void append(JsonNode node, StringBuilder all) {
        if (node.isValueNode()) {
            all.append(node.asString()).append('\n');
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            all.append(field.getKey()).append('\n');
            append(field.getValue(), all);
        }
        if (node.isArray()) {
            for (JsonNode child : node) {
                append(child, all);
            }
        }
    }
}
