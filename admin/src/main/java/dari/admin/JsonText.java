package dari.admin;

import dari.admin.eligibility.Declaration;
import dari.admin.eligibility.Eligibility;
import dari.admin.forms.Answers;
import dari.admin.forms.FormDefinition;
import jakarta.persistence.AttributeConverter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a value as JSON text in one column. A column that nobody wrote yet reads as the value before anybody spoke. */
abstract class JsonText<T> implements AttributeConverter<T, String> {

    /** Sorted keys: the same value always gives the same text, so that it can be hashed. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final TypeReference<T> type;
    private final T unwritten;

    JsonText(TypeReference<T> type, T unwritten) {
        this.type = type;
        this.unwritten = unwritten;
    }

    @Override
    public String convertToDatabaseColumn(@Nullable T value) {
        return MAPPER.writeValueAsString(value == null ? unwritten : value);
    }

    @Override
    public T convertToEntityAttribute(@Nullable String text) {
        return text == null ? unwritten : MAPPER.readValue(text, type);
    }

    static class OfRules extends JsonText<CallRules> {
        OfRules() {
            super(new TypeReference<>() {}, CallRules.PLAIN);
        }
    }

    static class OfFunding extends JsonText<Funding> {
        OfFunding() {
            super(new TypeReference<>() {}, Funding.PLAIN);
        }
    }

    static class OfEligibility extends JsonText<Eligibility> {
        OfEligibility() {
            super(new TypeReference<>() {}, Eligibility.PLAIN);
        }
    }

    static class OfForm extends JsonText<FormDefinition> {
        OfForm() {
            super(new TypeReference<>() {}, FormDefinition.PLAIN);
        }
    }

    static class OfMilestones extends JsonText<List<PlannedMilestone>> {
        OfMilestones() {
            super(new TypeReference<>() {}, List.of());
        }
    }

    static class OfAnswers extends JsonText<Answers> {
        OfAnswers() {
            super(new TypeReference<>() {}, Answers.NONE);
        }
    }

    static class OfDeclaration extends JsonText<Declaration> {
        OfDeclaration() {
            super(new TypeReference<>() {}, Declaration.NONE);
        }
    }

    static class OfReasons extends JsonText<Map<String, String>> {
        OfReasons() {
            super(new TypeReference<>() {}, Map.of());
        }
    }
}
