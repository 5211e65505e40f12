package dari.admin;

import jakarta.persistence.AttributeConverter;

/** Keeps a rubric as JSON; reads the short form {@code code=weight;…} of calls made before rubrics could be written. */
class RubricText implements AttributeConverter<Rubric, String> {

    @Override
    public String convertToDatabaseColumn(Rubric rubric) {
        return JsonText.MAPPER.writeValueAsString(rubric);
    }

    @Override
    public Rubric convertToEntityAttribute(String text) {
        return text.startsWith("{") ? JsonText.MAPPER.readValue(text, Rubric.class) : Rubric.parse(text);
    }
}
