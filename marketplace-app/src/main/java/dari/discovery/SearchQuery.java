package dari.discovery;

import dari.workspace.WholeNumber;
import dari.workspace.WholeNumbers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a startup asks the list of offers for, beside its need: it goes into an address and comes back from one.
 *
 * @param words further words to look for, may be empty
 */
public record SearchQuery(String words, Filters filters, SortOrder sort) {

    /** Everything there is for a need, the best first. */
    public static final SearchQuery EVERYTHING = new SearchQuery("", Filters.NONE, SortOrder.FIT);

    static final String WORDS = "q";
    static final String LEAST = "persons";
    static final String MOST = "most";
    static final String SORT = "sort";

    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_CODE = 100;
    private static final int MOST_CODES = 50;

    /** One name and value of an address, or of a form's hidden fields. */
    public record Parameter(String name, String value) {}

    /** From the parameters of an address; what cannot be read is left out. */
    public static SearchQuery of(MultiValueMap<String, String> parameters) {
        Map<Criterion, List<String>> chosen = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            List<String> codes = parameters.getOrDefault(criterion.parameter(), List.of());
            chosen.put(
                    criterion,
                    codes.stream()
                            .filter(code -> !code.isBlank() && code.length() <= LONGEST_CODE)
                            .distinct()
                            .limit(MOST_CODES)
                            .toList());
        }
        String words =
                Optional.ofNullable(parameters.getFirst(WORDS)).orElse("").strip();
        return new SearchQuery(
                words.substring(0, Math.min(LONGEST_WORDS, words.length())),
                new Filters(chosen, number(parameters.getFirst(LEAST)), number(parameters.getFirst(MOST))),
                SortOrder.of(parameters.getFirst(SORT)));
    }

    private static @Nullable Long number(@Nullable String typed) {
        return WholeNumber.Check.isWhole(typed) ? WholeNumbers.parse(typed) : null;
    }

    /** The same as parameters, those that are usual left out. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        if (!words.isEmpty()) {
            all.add(new Parameter(WORDS, words));
        }
        for (Criterion criterion : Criterion.values()) {
            filters.of(criterion).forEach(code -> all.add(new Parameter(criterion.parameter(), code)));
        }
        if (filters.least() != null) {
            all.add(new Parameter(LEAST, filters.least().toString()));
        }
        if (filters.most() != null) {
            all.add(new Parameter(MOST, filters.most().toString()));
        }
        if (sort != SortOrder.FIT) {
            all.add(new Parameter(SORT, sort.getParameter()));
        }
        return all;
    }

    /** A path with what is asked for behind it. */
    public String at(String path, Parameter... before) {
        return address(path, List.of(before), parameters());
    }

    /** The same without one parameter. */
    String without(Parameter dropped, String path, Parameter... before) {
        return address(
                path,
                List.of(before),
                parameters().stream()
                        .filter(parameter -> !parameter.equals(dropped))
                        .toList());
    }

    private static String address(String path, List<Parameter> before, List<Parameter> after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        List<Object> values = new ArrayList<>();
        for (List<Parameter> parameters : List.of(before, after)) {
            for (Parameter parameter : parameters) {
                // as variables, so that every sign of a value is encoded
                address.queryParam(parameter.name(), "{" + values.size() + "}");
                values.add(parameter.value());
            }
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
