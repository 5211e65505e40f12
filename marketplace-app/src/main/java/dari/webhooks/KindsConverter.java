package dari.webhooks;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds as their codes with commas between. */
@Converter
class KindsConverter implements AttributeConverter<Set<EventKind>, String> {

    @Override
    public String convertToDatabaseColumn(Set<EventKind> kinds) {
        return kinds.stream().sorted().map(EventKind::code).collect(Collectors.joining(","));
    }

    @Override
    public Set<EventKind> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .flatMap(code -> EventKind.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));
    }
}
