package dari.provisioner.bench;

import dari.provisioner.deidentify.Hierarchy;
import dari.provisioner.synthesize.CodeTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hierarchies for the Diabetes 130-US hospitals table, which comes without any. The groups of codes follow its
 * {@code IDs_mapping.csv}; diagnoses go from the ICD-9 code to its category, chapter and {@code *}. A missing value ({@code ?})
 * stays apart until the root.
 */
final class DiabetesHierarchies {

    /** What is known about an admission from outside. */
    static final List<String> NINE = List.of(
            "race",
            "gender",
            "age",
            "admission_type_id",
            "discharge_disposition_id",
            "admission_source_id",
            "time_in_hospital",
            "medical_specialty",
            "diag_1");

    /** The same with more of the stay. */
    static final List<String> FIFTEEN = Stream.concat(
                    NINE.stream(),
                    Stream.of(
                            "payer_code",
                            "num_procedures",
                            "number_outpatient",
                            "number_emergency",
                            "number_inpatient",
                            "number_diagnoses"))
            .toList();

    private static final Map<String, List<Group>> CODES = Map.of(
            "admission_type_id",
            List.of(Group.of("acute", 1, 2, 7), Group.of("elective", 3), Group.of("newborn", 4)),
            "discharge_disposition_id",
            List.of(
                    Group.of("home", 1, 6, 8),
                    Group.of("against advice", 7),
                    Group.of("died or hospice", 11, 13, 14, 19, 20, 21),
                    Group.of("unknown", 18, 25, 26)),
            "admission_source_id",
            List.of(
                    Group.of("referral", 1, 2, 3),
                    Group.of("emergency room", 7),
                    Group.of("transfer", 4, 5, 6, 10, 18, 19, 22, 25, 26),
                    Group.of("birth", 11, 12, 13, 14, 23, 24)));

    /** First ICD-9 category of each chapter. */
    private static final NavigableMap<Integer, String> CHAPTERS = chapters();

    private DiabetesHierarchies() {}

    private record Group(String name, List<Integer> codes) {
        static Group of(String name, Integer... codes) {
            return new Group(name, List.of(codes));
        }
    }

    static Hierarchy of(String column, Collection<String> values) {
        List<List<String>> paths = new ArrayList<>();
        for (String value : values) {
            List<String> path = new ArrayList<>(List.of(value));
            path.addAll(value.equals("?") ? unknown(column) : levels(column, value));
            path.add(Hierarchy.ANY);
            paths.add(path);
        }
        return Hierarchy.of(paths);
    }

    private static List<String> unknown(String column) {
        return switch (column) {
            case "diag_1" -> List.of("?", "?");
            case "medical_specialty" -> List.of("?");
            default -> List.of();
        };
    }

    private static List<String> levels(String column, String value) {
        return switch (column) {
            case "age" -> spans(Integer.parseInt(value.substring(1, value.indexOf('-'))), 20, 40);
            case "time_in_hospital" -> spans(Integer.parseInt(value) - 1, 2, 4, 7);
            case "num_procedures" -> spans(Integer.parseInt(value), 2, 4);
            case "number_diagnoses" -> spans(Integer.parseInt(value) - 1, 2, 4, 8);
            case "number_outpatient", "number_emergency", "number_inpatient" -> visits(Integer.parseInt(value));
            case "medical_specialty" -> List.of(value.split("[-/]", 2)[0]);
            case "diag_1" -> diagnosis(value);
            case "admission_type_id", "discharge_disposition_id", "admission_source_id" ->
                List.of(CODES.getOrDefault(column, List.of()).stream()
                        .filter(group -> group.codes().contains(Integer.valueOf(value)))
                        .map(Group::name)
                        .findFirst()
                        .orElse("other"));
            default -> List.of();
        };
    }

    private static List<String> spans(int value, int... widths) {
        List<String> labels = new ArrayList<>();
        for (int width : widths) {
            int from = value / width * width;
            labels.add(from + ".." + (from + width - 1));
        }
        return labels;
    }

    private static List<String> visits(int count) {
        return List.of(count == 0 ? "0" : count == 1 ? "1" : count < 4 ? "2..3" : "4+", count == 0 ? "0" : "1+");
    }

    /** The part of an ICD-9 code before the point. */
    static String category(String code) {
        return code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
    }

    /** Every category that ICD-9 has room for: public, whatever the table holds. */
    static List<String> categories() {
        List<String> categories = new ArrayList<>();
        for (int number = 1; number < 1000; number++) {
            categories.add(Integer.toString(number));
        }
        for (int number = 1; number < 92; number++) {
            categories.add(String.format(Locale.ROOT, "V%02d", number));
        }
        for (int number = 800; number < 1000; number++) {
            categories.add("E" + number);
        }
        return categories;
    }

    /** Chapters, tens of categories, categories. */
    static CodeTree tree(List<String> categories) {
        Hierarchy chapters = Hierarchy.of(categories.stream()
                .map(category ->
                        List.of(category, tens(category), diagnosis(category).get(1), Hierarchy.ANY))
                .toList());
        return CodeTree.of(IntStream.of(2, 1, 0)
                .mapToObj(level -> categories.stream()
                        .mapToInt(category -> chapters.node(chapters.leaf(category), level))
                        .toArray())
                .toArray(int[][]::new));
    }

    private static String tens(String category) {
        return category.length() == 1 ? "0" : category.substring(0, category.length() - 1);
    }

    private static List<String> diagnosis(String code) {
        String category = category(code);
        boolean external = category.startsWith("E") || category.startsWith("V");
        return List.of(
                category,
                external
                        ? category.substring(0, 1)
                        : CHAPTERS.floorEntry(Integer.parseInt(category)).getValue());
    }

    private static NavigableMap<Integer, String> chapters() {
        NavigableMap<Integer, String> chapters = new TreeMap<>();
        int[] first = {0, 140, 240, 280, 290, 320, 390, 460, 520, 580, 630, 680, 710, 740, 760, 780, 800};
        for (int i = 0; i < first.length; i++) {
            chapters.put(first[i], "chapter " + (i + 1));
        }
        return chapters;
    }
}
