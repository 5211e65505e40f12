package dari.provisioner.synthesize;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.RecipeProblem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public domain of a table: a JSON object of one entry per column, in one of the forms of {@link ColumnDomain}. */
public record Domain(List<ColumnDomain> columns) {

    /** Codes fit 16 bits, and a marginal over more says nothing but noise. */
    public static final int MOST_CODES = 30_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Domain {
        columns = List.copyOf(columns);
    }

    /** @throws BadInput naming the file and the column */
    public static Domain read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw RecipeProblem.DOMAIN_UNREADABLE.at(file.toString());
        }
    }

    /** @param where how the text is named in an error */
    public static Domain parse(String text, String where) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw RecipeProblem.DOMAIN_JSON.at(where + ":" + line);
        }
        if (!root.isObject() || root.isEmpty()) {
            throw RecipeProblem.DOMAIN_EMPTY.at(where);
        }
        List<ColumnDomain> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        root.properties().forEach(entry -> {
            if (!names.add(entry.getKey().toLowerCase(Locale.ROOT))) {
                throw RecipeProblem.NAMED_TWICE.at(where + " " + entry.getKey());
            }
            columns.add(column(entry.getKey(), entry.getValue(), where + " " + entry.getKey()));
        });
        return new Domain(columns);
    }

    /** @param name compared without case */
    public Optional<ColumnDomain> column(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    private static ColumnDomain column(String name, JsonNode node, String where) {
        if (node.isNumber()) {
            return new ColumnDomain.Codes(name, count(node, where));
        }
        if (node.has("values")) {
            return values(name, node.get("values"), where);
        }
        if (node.path("min").isString() && node.path("max").isString()) {
            return days(name, node, where);
        }
        if (node.path("min").isNumber()
                && node.path("max").isNumber()
                && node.path("bins").isNumber()) {
            BigDecimal min = node.get("min").decimalValue();
            BigDecimal max = node.get("max").decimalValue();
            int bins = count(node.get("bins"), where);
            if (min.compareTo(max) >= 0) {
                throw RecipeProblem.DOMAIN_BOUNDS.at(where);
            }
            boolean whole = node.get("min").isIntegralNumber()
                    && node.get("max").isIntegralNumber()
                    && max.subtract(min).compareTo(BigDecimal.valueOf(bins)) >= 0;
            return new ColumnDomain.Bins(name, min, max, bins, whole);
        }
        throw RecipeProblem.DOMAIN_FORM.at(where);
    }

    private static ColumnDomain days(String name, JsonNode node, String where) {
        try {
            LocalDate first = LocalDate.parse(node.get("min").stringValue());
            LocalDate last = LocalDate.parse(node.get("max").stringValue());
            int bins = count(node.path("bins"), where);
            if (last.toEpochDay() - first.toEpochDay() + 1 < bins) {
                throw RecipeProblem.DOMAIN_BINS.at(where);
            }
            return new ColumnDomain.Days(name, first, last, bins);
        } catch (DateTimeParseException e) {
            throw RecipeProblem.DOMAIN_DATES.at(where);
        }
    }

    private static ColumnDomain values(String name, JsonNode list, String where) {
        Set<String> values = new LinkedHashSet<>();
        list.forEach(value -> {
            if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
                throw RecipeProblem.DOMAIN_VALUES.at(where);
            }
            String text = value.asString();
            if (text.isEmpty() || !values.add(text)) {
                throw (text.isEmpty() ? RecipeProblem.DOMAIN_EMPTY_VALUE : RecipeProblem.DOMAIN_VALUE_TWICE).at(where);
            }
        });
        if (!list.isArray() || values.isEmpty() || values.size() > MOST_CODES) {
            throw RecipeProblem.DOMAIN_COUNT.at(where, MOST_CODES);
        }
        return new ColumnDomain.Values(name, List.copyOf(values));
    }

    private static int count(JsonNode node, String where) {
        BigDecimal number = node.isNumber() ? node.decimalValue() : BigDecimal.ZERO;
        boolean fits = number.signum() > 0
                && number.compareTo(BigDecimal.valueOf(MOST_CODES)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!fits) {
            throw RecipeProblem.DOMAIN_SIZE.at(where, MOST_CODES);
        }
        return number.intValue();
    }
}
