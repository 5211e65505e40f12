package dari.discovery;

import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The two fields for the number of persons as they were typed.
 *
 * @param problemKey what is wrong with them, as a message key; null when nothing is
 */
record PersonsRange(String least, String most, @Nullable String problemKey) {

    static PersonsRange of(MultiValueMap<String, String> parameters) {
        String least =
                Optional.ofNullable(parameters.getFirst(SearchQuery.LEAST)).orElse("");
        String most = Optional.ofNullable(parameters.getFirst(SearchQuery.MOST)).orElse("");
        return new PersonsRange(least, most, problem(least, most));
    }

    private static @Nullable String problem(String least, String most) {
        if (!WholeNumber.Check.isWhole(least) || !WholeNumber.Check.isWhole(most)) {
            return "discovery.facet.persons.bad";
        }
        Long from = WholeNumbers.parse(least);
        Long to = WholeNumbers.parse(most);
        return from != null && to != null && from > to ? "discovery.facet.persons.order" : null;
    }
}
