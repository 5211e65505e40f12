package dari.matching.cli;

import dari.matching.json.MatchingJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the files that the caller names, and says in which file and line something is wrong. */
final class JsonFiles {

    /** Longer than any text of the shapes; more is a mistake or an attack. */
    private static final int LONGEST_TEXT = 1_000_000;

    private JsonFiles() {}

    /**
     * One object per line; blank lines are passed over.
     *
     * @param parse makes the value; its IllegalArgumentException becomes a message with file and line
     */
    static <T> List<T> lines(Path file, Function<ObjectNode, T> parse) throws IOException {
        List<T> values = new ArrayList<>();
        texts(file, (number, line) -> {
            if (!line.isBlank()) {
                values.add(parse(file, number, line, parse));
            }
        });
        return values;
    }

    /**
     * The same for values that have a name.
     *
     * @param id names the value; each may stand once
     */
    static <T> List<T> lines(Path file, Function<ObjectNode, T> parse, Function<T, String> id) throws IOException {
        Set<String> seen = new HashSet<>();
        return lines(file, object -> {
            T value = parse.apply(object);
            if (!seen.add(id.apply(value))) {
                throw new IllegalArgumentException("id " + id.apply(value) + " stands twice; ids must differ");
            }
            return value;
        });
    }

    /** In which line of a file that was read before the object with an id stands. */
    static int lineOf(Path file, String id) throws IOException {
        int[] found = new int[1];
        texts(file, (number, line) -> {
            if (found[0] == 0
                    && !line.isBlank()
                    && id.equals(MatchingJson.mapper().readTree(line).path("id").asString(""))) {
                found[0] = number;
            }
        });
        return found[0];
    }

    /** The whole file as one object. */
    static <T> T one(Path file, Function<ObjectNode, T> parse) throws IOException {
        StringBuilder text = new StringBuilder();
        texts(file, (number, line) -> text.append(line).append('\n'));
        return parse(file, null, text.toString(), parse);
    }

    /** Something done with each line; the first has number 1. */
    interface LineReader {
        void line(int number, String line);
    }

    /** The lines of a UTF-8 file, unpacked when its name ends in .gz. */
    static void texts(Path file, LineReader reader) throws IOException {
        try (TextLines lines = TextLines.of(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                reader.line(lines.number(), line);
            }
        }
    }

    static <T> T parse(Path file, @Nullable Integer line, String text, Function<ObjectNode, T> parse) {
        String at = line == null ? file + ": " : file + ":" + line + ": ";
        try {
            if (!(MatchingJson.mapper().readTree(text) instanceof ObjectNode object)) {
                throw new BadInput(at + "expected a JSON object");
            }
            checkTexts(object);
            return parse.apply(object);
        } catch (JacksonException e) {
            boolean knowsLine =
                    line == null && e.getLocation() != null && e.getLocation().getLineNr() > 0;
            throw new BadInput((knowsLine ? file + ":" + e.getLocation().getLineNr() + ": " : at) + problem(e));
        } catch (IllegalArgumentException e) {
            Integer found = line == null ? JsonLines.of(text, e) : null;
            throw new BadInput((found == null ? at : file + ":" + found + ": ") + e.getMessage());
        }
    }

    /** What Jackson found, without its hints about Java classes and without the input. */
    private static String problem(JacksonException e) {
        String what = String.valueOf(e.getOriginalMessage())
                .replaceAll("(?s)\\n.*", "")
                .replaceAll("\\(class [^)]*\\)", "")
                .replaceAll("`[\\w.]+\\.(\\w+)(<[^`]*>)?`", "$1")
                .replaceAll("; ?(expected|known|ignorable).*", "")
                .replaceAll("Cannot coerce [\\w -]+ \\((.*?)\\) to (Long|Integer).*", "must be a whole number, was $1")
                .replaceAll("Cannot coerce [\\w -]+ \\((.*?)\\) to String.*", "must be a text, was $1")
                .replaceAll(
                        "Numeric value \\((.*)\\) out of range of .*",
                        "must be a whole number, was $1, which is too large or too small")
                .replaceAll(" \\(but (could|might) .*", "")
                .strip();
        StringBuilder path = new StringBuilder();
        e.getPath()
                .forEach(step -> path.append(
                        step.getPropertyName() != null
                                ? (path.isEmpty() ? "" : ".") + step.getPropertyName()
                                : "[" + step.getIndex() + "]"));
        return path.isEmpty() ? what : path + ": " + what;
    }

    private static void checkTexts(JsonNode node) {
        node.properties().forEach(property -> {
            checkText(property.getKey(), property.getKey());
            checkTexts(property.getKey(), property.getValue());
        });
    }

    private static void checkTexts(String field, JsonNode node) {
        if (node.isString()) {
            checkText(field, node.stringValue());
        } else if (node.isObject()) {
            checkTexts(node);
        } else if (node.isArray()) {
            node.forEach(element -> checkTexts(field, element));
        }
    }

    private static void checkText(String field, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    field + " has " + text.length() + " characters; at most " + LONGEST_TEXT + " are read");
        }
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(field + " holds half of a surrogate pair; write whole characters");
        }
    }
}
