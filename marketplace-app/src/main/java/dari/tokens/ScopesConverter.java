package dari.tokens;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes as their codes with commas between; one that is no longer known grants nothing. */
@Converter
class ScopesConverter implements AttributeConverter<Set<Scope>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::code).collect(Collectors.joining(","));
    }

    @Override
    public Set<Scope> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .flatMap(code -> Scope.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
