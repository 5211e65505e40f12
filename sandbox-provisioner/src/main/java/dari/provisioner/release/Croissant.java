package dari.provisioner.release;

import dari.provisioner.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The release's description for machines ({@code croissant.json}): MLCommons Croissant 1.0, one file object per data file
 * with its hash, one record set per table whose fields are read from the Parquet file.
 */
public final class Croissant {

    private static final String SPECIFICATION = "http://mlcommons.org/croissant/1.0";

    private Croissant() {}

    /**
     * @param directory a release whose data files are written and whose manifest is not
     * @param written its files so far
     */
    public static void write(
            Path directory, List<Manifest.Entry> written, Certificate certificate, Dictionary dictionary) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@context", context());
        dataset.put("@type", "sc:Dataset");
        dataset.put("conformsTo", SPECIFICATION);
        dataset.put("name", "release-" + certificate.recipeHash().substring(0, 12));
        dataset.put(
                "description",
                "De-identified tables of a hospital; certificate.json says what is guaranteed and what is not.");
        // the specification takes an address or a creative work here, no text
        dataset.put("license", licence());
        dataset.put("url", "urn:dari:release:" + certificate.recipeHash());
        dataset.put("creator", Map.of("@type", "sc:Organization", "name", "The hospital that signed manifest.json"));
        dataset.put("datePublished", certificate.madeAt().toString());
        dataset.put("version", "1.0.0");
        List<Object> files = new ArrayList<>();
        for (Manifest.Entry file : written) {
            if (file.path().startsWith(Release.DATA + "/")) {
                files.add(file(file));
            }
        }
        dataset.put("distribution", files);
        dataset.put(
                "recordSet",
                dictionary.tables().stream().map(Croissant::records).toList());
        Json.write(directory.resolve(Release.CROISSANT), dataset);
    }

    private static Map<String, Object> licence() {
        Map<String, Object> licence = new LinkedHashMap<>();
        licence.put("@type", "sc:CreativeWork");
        licence.put("name", "Agreement with the hospital");
        licence.put(
                "abstract", "Use under the agreement with the hospital only; not to be passed on or re-identified.");
        return licence;
    }

    private static Map<String, Object> file(Manifest.Entry file) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("@type", "cr:FileObject");
        object.put("@id", file.path());
        object.put("name", file.path());
        object.put("contentUrl", file.path());
        object.put("contentSize", file.bytes() + " B");
        object.put("encodingFormat", encoding(file.path()));
        object.put("sha256", file.sha256());
        return object;
    }

    private static String encoding(String path) {
        return path.endsWith(".csv")
                ? "text/csv"
                : path.endsWith(".ndjson") ? "application/fhir+ndjson" : "application/vnd.apache.parquet";
    }

    private static Map<String, Object> records(Dictionary.Table table) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", table.name());
        set.put("name", table.name());
        if (table.description() != null) {
            set.put("description", table.description().en());
        }
        List<Object> fields = new ArrayList<>();
        for (Dictionary.Column column : table.columns()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("@type", "cr:Field");
            field.put("@id", table.name() + "/" + column.name());
            field.put("name", column.name());
            field.put("description", describe(column));
            field.put("dataType", type(column.type()));
            field.put(
                    "source",
                    Map.of(
                            "fileObject",
                            Map.of("@id", Release.DATA + "/" + table.name() + ".parquet"),
                            "extract",
                            Map.of("column", column.name())));
            fields.add(field);
        }
        set.put("field", fields);
        return set;
    }

    private static String describe(Dictionary.Column column) {
        String treatment = column.treatment().en();
        return column.description() == null ? treatment : column.description().en() + " " + treatment;
    }

    private static String type(String word) {
        return switch (word) {
            case "integer" -> "sc:Integer";
            case "decimal" -> "sc:Float";
            case "date" -> "sc:Date";
            case "timestamp" -> "sc:DateTime";
            default -> "sc:Text";
        };
    }

    /** The context that the specification gives, as far as a release uses its names. */
    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("sc", "https://schema.org/");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("conformsTo", "dct:conformsTo");
        for (String name : List.of("column", "extract", "field", "fileObject", "recordSet", "source")) {
            context.put(name, "cr:" + name);
        }
        context.put("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab"));
        return context;
    }
}
