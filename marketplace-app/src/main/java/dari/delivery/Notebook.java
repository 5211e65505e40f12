package dari.delivery;

import dari.exports.AnswerCheck;
import dari.provisioner.json.Json;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Release;
import dari.sandboxes.SandboxId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The release opened in Jupyter (nbformat 4.5): it lists the tables from the dictionary and draws a first distribution. It
 * needs Python's standard library alone and holds no token; that comes from the environment.
 */
record Notebook(List<Map<String, Object>> cells) {

    private static final int NBFORMAT = 4;
    private static final int NBFORMAT_MINOR = 5;

    /** A sentence in the reader's language. */
    @FunctionalInterface
    interface Say {
        String the(String key, Object... arguments);
    }

    Notebook {
        cells = List.copyOf(cells);
    }

    static Notebook of(String base, SandboxId sandbox, DeliveryView delivery, Release release, Say say) {
        Dictionary dictionary = release.dictionary();
        String address = base + "/api/v1/sandboxes/" + sandbox.value();
        List<Map<String, Object>> cells = new ArrayList<>();
        cells.add(text(
                "title",
                say.the("delivery.notebook.title", delivery.sandbox().project().number()) + "\n\n"
                        + say.the("delivery.notebook.intro")));
        cells.add(code("connect", """
                import csv, io, json, os
                import urllib.request as web

                ADDRESS = "%s"
                TOKEN = os.environ["%s"]  # %s

                def ask(path, body=None, accept="application/json"):
                    headers = {"Authorization": "Bearer " + TOKEN, "Accept": accept, "Content-Type": "application/json"}
                    data = None if body is None else json.dumps(body).encode()
                    return web.urlopen(web.Request(ADDRESS + path, data, headers))
                """.formatted(address, Snippets.VARIABLE, say.the("delivery.notebook.token"))));
        cells.add(text("tables-text", say.the("delivery.notebook.tables")));
        cells.add(code("tables", """
                dictionary = json.load(ask("/release/dictionary"))
                for table in dictionary["tables"]:
                    print(f'{table["name"]}: {table["rows"]:,}')
                    for column in table["columns"]:
                        print(f'    {column["name"]} ({column["type"]})')
                """));
        cells.add(text("distribution-text", say.the("delivery.notebook.distribution")));
        cells.add(delivery.filesAllowed() ? byFile(dictionary) : byQuery(dictionary, AnswerCheck.threshold(release)));
        cells.add(code("draw", """
                most = max(counts.values(), default=1)
                for value, count in sorted(counts.items(), key=lambda pair: -pair[1]):
                    print(f'{value:>24} {"█" * round(40 * count / most)} {count:,}')
                """));
        cells.add(text("end", say.the("delivery.copies")));
        return new Notebook(cells);
    }

    String text() {
        Map<String, Object> notebook = new LinkedHashMap<>();
        notebook.put("cells", cells);
        notebook.put(
                "metadata",
                Map.of(
                        "kernelspec",
                        Map.of("display_name", "Python 3", "language", "python", "name", "python3"),
                        "language_info",
                        Map.of("name", "python")));
        notebook.put("nbformat", NBFORMAT);
        notebook.put("nbformat_minor", NBFORMAT_MINOR);
        return Json.text(notebook);
    }

    private static Map<String, Object> byFile(Dictionary dictionary) {
        Shown shown = shown(dictionary);
        return code("distribution", """
                rows = list(csv.DictReader(io.TextIOWrapper(ask("/release/files/%s.csv"), "utf-8")))
                counts = {}
                for row in rows:
                    counts[row["%s"]] = counts.get(row["%s"], 0) + 1
                """.formatted(shown.table(), shown.column(), shown.column()));
    }

    private static Map<String, Object> byQuery(Dictionary dictionary, long smallest) {
        Shown shown = shown(dictionary);
        return code("distribution", """
                sql = 'SELECT CAST("%s" AS VARCHAR), count(*) FROM "%s" GROUP BY 1 HAVING count(*) >= %d ORDER BY 2 DESC LIMIT 20'
                counts = {str(value): int(count) for value, count in json.load(ask("/query", {"sql": sql}))["rows"]}
                """.formatted(shown.column(), shown.table(), smallest));
    }

    private record Shown(String table, String column) {}

    /** The first column with few enough values to draw, else the first of all. */
    private static Shown shown(Dictionary dictionary) {
        return dictionary.tables().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.distribution().kind() == Distribution.Kind.VALUES)
                        .map(column -> new Shown(table.name(), column.name())))
                .findFirst()
                .orElseGet(() -> new Shown(
                        dictionary.tables().get(0).name(),
                        dictionary.tables().get(0).columns().get(0).name()));
    }

    private static Map<String, Object> text(String id, String source) {
        Map<String, Object> cell = cell(id, "markdown");
        cell.put("source", lines(source));
        return cell;
    }

    private static Map<String, Object> code(String id, String source) {
        Map<String, Object> cell = cell(id, "code");
        cell.put("execution_count", null);
        cell.put("outputs", List.of());
        cell.put("source", lines(source));
        return cell;
    }

    private static Map<String, Object> cell(String id, String type) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("cell_type", type);
        cell.put("id", id);
        cell.put("metadata", Map.of());
        return cell;
    }

    /** As notebooks keep text: lines that end with their line feed, the last one without. */
    private static List<String> lines(String source) {
        return List.of(source.strip().split("(?<=\n)"));
    }
}
