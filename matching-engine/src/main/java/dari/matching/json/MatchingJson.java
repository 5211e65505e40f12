package dari.matching.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dari.matching.Need;
import dari.matching.Offer;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** The one JSON mapper of the engine: unknown fields and wrong types are refused by name. */
public final class MatchingJson {

    /** Elasticsearch takes ids of at most 512 bytes. */
    private static final int LONGEST_ID = 128;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(UseTerms.class, new TermsWriter())
                    .addDeserializer(UseTerms.class, new TermsReader()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    /**
     * An offer from its JSON; title, text and lists may be absent.
     *
     * @throws IllegalArgumentException or a Jackson exception naming what is missing, unknown or of the wrong type
     */
    public static Offer offer(ObjectNode object) {
        require(object, "id", "kind");
        orEmpty(object, "title", "text");
        checkDay(object, "freeFrom");
        Offer offer = MAPPER.treeToValue(object, Offer.class);
        checkNotNegative("persons", offer.persons());
        checkNotNegative("studies", offer.studies());
        checkNotNegative("clinicianHours", offer.clinicianHours());
        checkNotNegative("accessDays", offer.accessDays());
        checkNotNegative("capacity", offer.capacity());
        checkYears(offer.yearFrom(), offer.yearTo());
        return offer;
    }

    /**
     * A need from its JSON; text, purpose and lists may be absent.
     *
     * @throws IllegalArgumentException or a Jackson exception naming what is missing, unknown or of the wrong type
     */
    public static Need need(ObjectNode object) {
        require(object, "id");
        orEmpty(object, "text");
        checkDay(object, "startBy");
        if (!object.hasNonNull("purpose")) {
            object.putObject("purpose");
        }
        Need need = MAPPER.treeToValue(object, Need.class);
        checkNotNegative("persons", need.persons());
        checkNotNegative("studies", need.studies());
        checkNotNegative("clinicianHours", need.clinicianHours());
        checkNotNegative("periodDays", need.periodDays());
        checkYears(need.yearFrom(), need.yearTo());
        return need;
    }

    private static void checkNotNegative(String field, @Nullable Number number) {
        if (number != null && number.longValue() < 0) {
            throw new IllegalArgumentException(field + " must be 0 or more");
        }
    }

    private static void checkDay(ObjectNode object, String field) {
        JsonNode day = object.path(field);
        if (day.isMissingNode() || day.isNull()) {
            return;
        }
        try {
            LocalDate.parse(day.isString() ? day.stringValue() : "");
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " must be a day like 2027-03-01", e);
        }
    }

    private static void checkYears(@Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("yearFrom must not be after yearTo");
        }
    }

    private static void require(ObjectNode object, String... fields) {
        for (String field : fields) {
            if (!object.path(field).isString()
                    || object.path(field).stringValue().isBlank()) {
                throw new IllegalArgumentException(field + " must be a text that is not empty");
            }
            if (object.path(field).stringValue().length() > LONGEST_ID) {
                throw new IllegalArgumentException(field + " must have at most " + LONGEST_ID + " characters");
            }
        }
    }

    private static void orEmpty(ObjectNode object, String... fields) {
        for (String field : fields) {
            if (!object.hasNonNull(field)) {
                object.put(field, "");
            }
        }
    }

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
                checkCodes(term, value);
                values.put(term, value);
            }
        });
        return new UseTerms(values);
    }

    private static final Map<Term, Set<String>> CODES = Map.of(
            Term.LEGAL_BASIS, Set.of("pipa-28-2", "consent", "anonymous"),
            Term.FORBIDDEN_USE, Set.of("insurance", "marketing", "reidentification"));

    /** Fields that hold codes are compared letter by letter: a misspelt one must not pass for a yes. */
    private static void checkCodes(Term term, Object value) {
        Set<String> codes = CODES.get(term);
        if (codes != null) {
            List<?> given = value instanceof List<?> list ? list : List.of(value);
            if (!codes.containsAll(given)) {
                throw new IllegalArgumentException(
                        term.field() + " must be of " + String.join(", ", new TreeSet<>(codes)));
            }
        }
        if (term == Term.ACCESS_COUNTRY && !(value instanceof String country && country.matches("[A-Z]{2}"))) {
            throw new IllegalArgumentException(term.field() + " must be two capital letters of ISO 3166, like KR");
        }
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
