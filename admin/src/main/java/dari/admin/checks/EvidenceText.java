package dari.admin.checks;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps evidence as JSON in one column. */
@Converter
class EvidenceText implements AttributeConverter<List<CheckLine>, String> {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(@Nullable List<CheckLine> lines) {
        return MAPPER.writeValueAsString(lines == null ? List.of() : lines);
    }

    @Override
    public List<CheckLine> convertToEntityAttribute(@Nullable String text) {
        return text == null ? List.of() : MAPPER.readValue(text, new TypeReference<>() {});
    }
}
