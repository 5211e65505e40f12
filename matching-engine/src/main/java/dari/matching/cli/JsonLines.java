package dari.matching.cli;

import dari.matching.assignment.UnsoundEntry;
import dari.matching.json.MatchingJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Finds the line in a file of many lines where something stands that turned out to be wrong after it was read. */
final class JsonLines {

    private static final Set<String> NAMES = Set.of("id", "name");

    private JsonLines() {}

    /** The line of what a problem is about, null when it cannot be told. */
    static @Nullable Integer of(String text, IllegalArgumentException problem) {
        if (problem instanceof BadElement bad) {
            return ofElement(text, bad.list(), bad.index());
        }
        return problem instanceof UnsoundEntry unsound ? ofId(text, unsound.id()) : null;
    }

    /** Where the element of a list at the top of the file begins. */
    private static @Nullable Integer ofElement(String text, String list, int index) {
        try (JsonParser parser = MatchingJson.mapper().createParser(text)) {
            int depth = 0;
            int at = -1;
            String top = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (depth == 1 && token == JsonToken.PROPERTY_NAME) {
                    top = parser.currentName();
                    at = -1;
                } else if (!token.isStructEnd() && depth == 2 && top.equals(list) && ++at == index) {
                    return parser.currentTokenLocation().getLineNr();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return null;
        }
    }

    /** Where the last entry with this id or name stands, or else where the id is named first. */
    private static @Nullable Integer ofId(String text, String id) {
        try (JsonParser parser = MatchingJson.mapper().createParser(text)) {
            Integer named = null;
            Integer entry = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isText = token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME;
                if (isText && parser.getString().equals(id)) {
                    int line = parser.currentTokenLocation().getLineNr();
                    if (token == JsonToken.VALUE_STRING && NAMES.contains(String.valueOf(parser.currentName()))) {
                        entry = line;
                    }
                    named = named == null ? line : named;
                }
            }
            return entry == null ? named : entry;
        }
    }
}
