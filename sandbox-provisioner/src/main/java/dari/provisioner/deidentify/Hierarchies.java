package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.recipe.HierarchySpec;
import dari.provisioner.recipe.RecipeProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Builds a column's hierarchy from the recipe. A missing value is the empty text: its own leaf, generalised only to the
 * root.
 */
public final class Hierarchies {

    /** Ages from here on are one value: few live longer, so the exact age would single them out. */
    private static final int OLDEST = 90;

    private static final int[] SPANS = {5, 10, 20, 40};

    private static final NumberRanges NO_RANGES = new NumberRanges(List.of());

    private Hierarchies() {}

    /**
     * @param values the column's different values in the source
     * @param column named in errors; values never are
     */
    public static Hierarchy build(HierarchySpec spec, Collection<String> values, String column) {
        Path file = spec.file();
        HierarchySpec.Builtin builtin = spec.builtin();
        if (file != null) {
            return fromFile(file, values, column);
        }
        if (builtin == null) {
            throw new IllegalStateException("a hierarchy is either built in or a file");
        }
        Set<String> sorted = new TreeSet<>(values);
        if (sorted.isEmpty()) {
            sorted.add("");
        }
        KoreanRegions regions = new KoreanRegions();
        DiseaseCodes diseases = DiseaseCodes.load();
        NumberRanges ranges = builtin == HierarchySpec.Builtin.NUMBER ? new NumberRanges(sorted) : NO_RANGES;
        int longest =
                Math.max(1, sorted.stream().mapToInt(String::length).max().orElse(1)); // the value itself is a level
        List<List<String>> paths = new ArrayList<>();
        for (String value : sorted) {
            paths.add(
                    switch (builtin) {
                        case FLAT -> List.of(value, Hierarchy.ANY);
                        case YEAR -> path(value, year(value, column));
                        case DATE -> path(value, date(value, column));
                        case AGE -> path(value, age(value, column));
                        case NUMBER -> path(value, numbers(ranges, value, column));
                        case ZIP -> zip(value, longest);
                        case POSTAL -> path(value, regions.postal(value));
                        case REGION -> path(value, regions.address(value));
                        case ICD10, KCD -> path(value, diseases.path(value));
                    });
        }
        return Hierarchy.of(merged(paths));
    }

    /** A missing value reaches the root at once: its own labels repeat up to there. */
    private static List<String> path(String value, List<String> labels) {
        List<String> path = new ArrayList<>();
        path.add(value);
        for (String label : labels) {
            path.add(value.isEmpty() ? "" : label);
        }
        path.add(Hierarchy.ANY);
        return path;
    }

    /** Different spellings of one value (an age of 93 and of 90+) keep one path each; equal values are one. */
    private static List<List<String>> merged(List<List<String>> paths) {
        Set<String> seen = new HashSet<>();
        return paths.stream().filter(p -> seen.add(p.get(0))).toList();
    }

    private static List<String> year(String value, String column) {
        return years(value.isEmpty() ? 0 : number(value.length() > 4 ? value.substring(0, 4) : value, column));
    }

    private static List<String> date(String value, String column) {
        List<String> labels = new ArrayList<>();
        boolean dated = value.length() >= 10 && value.charAt(4) == '-';
        if (!value.isEmpty() && !dated) {
            throw wrongForm(column);
        }
        labels.add(dated ? value.substring(0, 10) : "");
        labels.add(dated ? value.substring(0, 7) : "");
        labels.addAll(years(dated ? number(value.substring(0, 4), column) : 0));
        return labels;
    }

    private static List<String> years(int year) {
        List<String> labels = new ArrayList<>();
        labels.add(String.valueOf(year));
        for (int span : SPANS) {
            int from = Math.floorDiv(year, span) * span;
            labels.add(from + "-" + (from + span - 1));
        }
        return labels;
    }

    private static List<String> age(String value, String column) {
        int age = value.isEmpty() ? 0 : number(value, column);
        List<String> labels = new ArrayList<>();
        labels.add(age >= OLDEST ? OLDEST + "+" : String.valueOf(age));
        for (int span : SPANS) {
            int from = Math.floorDiv(age, span) * span;
            labels.add(age >= OLDEST && span < 20 ? OLDEST + "+" : from + "-" + (from + span - 1));
        }
        return labels;
    }

    private static List<String> numbers(NumberRanges ranges, String value, String column) {
        List<String> path = value.isEmpty() ? ranges.missing() : ranges.path(value);
        if (path == null) {
            throw wrongForm(column);
        }
        return path;
    }

    private static List<String> zip(String value, int longest) {
        List<String> path = new ArrayList<>();
        for (int masked = 0; masked < longest; masked++) {
            int kept = Math.max(0, value.length() - masked);
            path.add(value.substring(0, kept) + Hierarchy.ANY.repeat(value.length() - kept));
        }
        path.add(Hierarchy.ANY);
        return path;
    }

    private static int number(String value, String column) {
        try {
            return (int) Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw wrongForm(column);
        }
    }

    private static BadInput wrongForm(String column) {
        return RecipeProblem.BUILTIN_VALUE.at("column " + column);
    }

    private static Hierarchy fromFile(Path file, Collection<String> values, String column) {
        List<List<String>> paths = new ArrayList<>();
        Set<String> known = new HashSet<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').get();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file, StandardCharsets.UTF_8), format)) {
            for (CSVRecord row : parser) {
                List<String> path = row.toList();
                if (!paths.isEmpty() && paths.get(0).size() != path.size()) {
                    throw RecipeProblem.HIERARCHY_LEVELS.at(file + ":" + parser.getCurrentLineNumber());
                }
                if (!known.add(path.get(0))) {
                    throw RecipeProblem.HIERARCHY_TWICE.at(file + ":" + parser.getCurrentLineNumber());
                }
                paths.add(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw RecipeProblem.HIERARCHY_FORM.at(file.toString());
        }
        if (paths.isEmpty()) {
            throw RecipeProblem.HIERARCHY_EMPTY.at(file.toString());
        }
        long unknown =
                values.stream().filter(v -> !v.isEmpty() && !known.contains(v)).count();
        if (unknown > 0) {
            throw RecipeProblem.HIERARCHY_LACKS.at(file.toString(), unknown, column);
        }
        if (values.contains("") && known.add("")) {
            List<String> missing = new ArrayList<>();
            for (int level = 0; level < paths.get(0).size() - 1; level++) {
                missing.add("");
            }
            missing.add(paths.get(0).get(paths.get(0).size() - 1));
            paths.add(missing);
        }
        return Hierarchy.of(paths);
    }
}
