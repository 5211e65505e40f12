package dari.provisioner.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The rules of the Croissant Format Specification 1.0 (published 2024-03-01, https://mlcommons.org/croissant/1.0) for a dataset of
 * files and tables: what "Required" lists with expected types and cardinalities, the properties of FileObject, RecordSet and Field,
 * identifiers and references, and the terms of the recommended context (appendix 1). Written from the specification's text, since no
 * validator of it runs on the Java virtual machine.
 */
final class CroissantRules {

    private static final Map<String, String> PREFIXES = Map.of(
            "sc", "https://schema.org/", "cr", "http://mlcommons.org/croissant/", "dct", "http://purl.org/dc/terms/");

    /** Names that only Croissant defines; without a context of their own they would be taken for schema.org's. */
    private static final Set<String> CROISSANT_TERMS = Set.of(
            "column", "dataType", "extract", "field", "fileObject", "fileSet", "recordSet", "references", "source");

    private static final Set<String> DATA_TYPES =
            Set.of("sc:Boolean", "sc:Date", "sc:DateTime", "sc:Float", "sc:Integer", "sc:Text", "sc:URL");

    private static final Pattern DATE_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?Z)?");
    private static final Pattern IRI = Pattern.compile("[a-z][a-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern MIME = Pattern.compile("[a-z]+/[A-Za-z0-9.+-]+");
    private static final Pattern SIZE = Pattern.compile("[0-9]+( [KMGT]?B)?");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");

    private final List<String> broken = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    private CroissantRules() {}

    /** What a description breaks, one line each. */
    static List<String> broken(JsonNode dataset) {
        CroissantRules rules = new CroissantRules();
        rules.dataset(dataset);
        return rules.broken;
    }

    private void dataset(JsonNode dataset) {
        context(dataset.path("@context"));
        text(dataset, "@type", "sc:Dataset"::equals);
        text(dataset, "conformsTo", "http://mlcommons.org/croissant/1.0"::equals);
        text(dataset, "name", CroissantRules::isFilled);
        text(dataset, "description", CroissantRules::isFilled);
        text(dataset, "url", IRI.asMatchPredicate());
        text(dataset, "datePublished", DATE_TIME.asMatchPredicate());
        text(dataset, "version", VERSION.asMatchPredicate());
        node(dataset, "license", Set.of("sc:CreativeWork"));
        node(dataset, "creator", Set.of("sc:Organization", "sc:Person"));
        terms(dataset, dataset.path("@context"));
        for (JsonNode file : many(dataset, "distribution")) {
            file(file);
        }
        for (JsonNode set : many(dataset, "recordSet")) {
            records(set);
        }
    }

    private void context(JsonNode context) {
        text(context, "@vocab", PREFIXES.get("sc")::equals);
        PREFIXES.forEach((prefix, iri) -> text(context, prefix, iri::equals));
        text(context, "conformsTo", "dct:conformsTo"::equals);
        JsonNode type = context.path("dataType");
        text(type, "@id", "cr:dataType"::equals);
        text(type, "@type", "@vocab"::equals);
    }

    /** Every name of Croissant's own is defined as Croissant's. */
    private void terms(JsonNode node, JsonNode context) {
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String name = property.getKey();
            if (name.equals("@context")) {
                continue;
            }
            if (CROISSANT_TERMS.contains(name) && !name.equals("dataType")) {
                text(context, name, ("cr:" + name)::equals);
            }
            if (property.getValue().isArray()) {
                property.getValue().forEach(inside -> terms(inside, context));
            } else {
                terms(property.getValue(), context);
            }
        }
    }

    private void file(JsonNode file) {
        text(file, "@type", "cr:FileObject"::equals);
        identified(file, "file");
        text(file, "name", CroissantRules::isFilled);
        text(file, "contentUrl", CroissantRules::isFilled);
        text(file, "contentSize", SIZE.asMatchPredicate());
        text(file, "encodingFormat", MIME.asMatchPredicate());
        text(file, "sha256", SHA_256.asMatchPredicate());
    }

    private void records(JsonNode set) {
        text(set, "@type", "cr:RecordSet"::equals);
        String id = identified(set, "records");
        Set<String> names = new HashSet<>();
        for (JsonNode field : many(set, "field")) {
            text(field, "@type", "cr:Field"::equals);
            if (!identified(field, "field").startsWith(id + "/")) {
                broken.add("a field of " + id + " is not identified below it");
            }
            if (!names.add(field.path("name").asString(""))) {
                broken.add("two fields of " + id + " share a name");
            }
            text(field, "name", CroissantRules::isFilled);
            text(field, "dataType", DATA_TYPES::contains);
            JsonNode source = field.path("source");
            text(source.path("fileObject"), "@id", file -> "file".equals(ids.get(file)));
            if (source.path("fileObject").size() != 1) {
                broken.add("a reference has more than its @id");
            }
            text(source.path("extract"), "column", CroissantRules::isFilled);
        }
    }

    private String identified(JsonNode node, String kind) {
        text(node, "@id", CroissantRules::isFilled);
        String id = node.path("@id").asString("");
        if (ids.put(id, kind) != null) {
            broken.add("the identifier " + id + " is given twice");
        }
        return id;
    }

    private static boolean isFilled(String text) {
        return !text.isBlank();
    }

    /** A property of cardinality one that is text. */
    private void text(JsonNode of, String property, Predicate<String> rule) {
        JsonNode value = of.path(property);
        if (!value.isString() || !rule.test(value.stringValue())) {
            broken.add(property + " is " + value);
        }
    }

    private void node(JsonNode of, String property, Set<String> types) {
        JsonNode value = of.path(property);
        boolean address = value.isString() && IRI.matcher(value.stringValue()).matches();
        if (!address && !types.contains(value.path("@type").asString(""))) {
            broken.add(property + " is " + value);
        }
    }

    private List<JsonNode> many(JsonNode of, String property) {
        JsonNode value = of.path(property);
        if (!value.isArray() || value.isEmpty()) {
            broken.add(property + " has no value");
        }
        return value.valueStream().toList();
    }
}
