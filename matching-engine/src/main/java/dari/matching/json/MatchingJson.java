package dari.matching.json;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one JSON mapper of the engine: unknown fields and wrong types are refused by name. */
public final class MatchingJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(UseTerms.class, new TermsWriter())
                    .addDeserializer(UseTerms.class, new TermsReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MatchingJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * Terms from a JSON object with DUOS's field names.
     *
     * @throws IllegalArgumentException naming the field that is unknown or of the wrong type
     */
    public static UseTerms terms(JsonNode object) {
        if (!object.isObject()) {
            throw new IllegalArgumentException("terms must be an object");
        }
        Map<Term, Object> values = new TreeMap<>();
        object.properties().forEach(property -> {
            Term term = Term.ofField(property.getKey())
                    .orElseThrow(() -> new IllegalArgumentException("unknown field " + property.getKey()));
            Object value = value(term, property.getValue());
            if (value != null) {
                values.put(term, value);
            }
        });
        return new UseTerms(values);
    }

    private static @Nullable Object value(Term term, JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isArray()) {
            List<String> list = new ArrayList<>();
            for (JsonNode element : node) {
                if (!element.isString()) {
                    throw new IllegalArgumentException(term.field() + " must be a list of texts");
                }
                list.add(element.stringValue());
            }
            return list;
        }
        throw new IllegalArgumentException(term.field() + " has a value of a wrong type");
    }

    private static final class TermsWriter extends ValueSerializer<UseTerms> {

        @Override
        public void serialize(UseTerms terms, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            terms.values().forEach((term, value) -> out.writePOJOProperty(term.field(), value));
            out.writeEndObject();
        }
    }

    private static final class TermsReader extends ValueDeserializer<UseTerms> {

        @Override
        public UseTerms deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            try {
                return terms(node);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(UseTerms.class, "%s", e.getMessage());
            }
        }
    }
}
