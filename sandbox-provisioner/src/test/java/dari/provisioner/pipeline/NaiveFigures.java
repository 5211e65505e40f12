package dari.provisioner.pipeline;

import dari.provisioner.release.Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The figures of a certificate, worked out from released rows (age, sex, dx, stay) by reading the text of their labels. */
record NaiveFigures(Map<String, List<String[]>> classes, List<String[]> town) {

    double of(Certificate.Condition condition, List<String> order) {
        int column = "dx".equals(condition.column()) ? 2 : 3;
        return switch (condition.model()) {
            case "distinct l" -> least(rows -> shares(rows, column).size());
            case "entropy l" ->
                least(rows -> Math.exp(shares(rows, column).values().stream()
                        .mapToDouble(p -> -p * Math.log(p))
                        .sum()));
            case "equal t" -> most(rows -> distance(rows, column, values(column), false));
            case "ordered t" -> most(rows -> distance(rows, column, order.isEmpty() ? values(column) : order, true));
            case "k-map" ->
                classes.keySet().stream().mapToDouble(this::around).min().orElseThrow();
            case "k-map, sampled population" -> least(List::size);
            case "presence max" ->
                classes.entrySet().stream().mapToDouble(this::ratio).max().orElseThrow();
            case "presence min" ->
                town.stream().allMatch(person -> classes.keySet().stream().anyMatch(label -> fits(person, label)))
                        ? classes.entrySet().stream()
                                .mapToDouble(this::ratio)
                                .min()
                                .orElseThrow()
                        : 0;
            default -> throw new IllegalArgumentException(condition.model());
        };
    }

    private double least(ToDoubleFunction<List<String[]>> figure) {
        return classes.values().stream().mapToDouble(figure).min().orElseThrow();
    }

    private double most(ToDoubleFunction<List<String[]>> figure) {
        return classes.values().stream().mapToDouble(figure).max().orElseThrow();
    }

    private List<String[]> all() {
        return classes.values().stream().flatMap(List::stream).toList();
    }

    private List<String> values(int column) {
        return all().stream()
                .map(row -> row[column])
                .distinct()
                .sorted(Comparator.naturalOrder()) // one digit each
                .toList();
    }

    private static Map<String, Double> shares(List<String[]> rows, int column) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row[column], Collectors.summingDouble(row -> 1.0 / rows.size())));
    }

    private double distance(List<String[]> rows, int column, List<String> ascending, boolean ordered) {
        Map<String, Double> part = shares(rows, column);
        Map<String, Double> whole = shares(all(), column);
        double sum = 0;
        double carried = 0;
        for (String value : ascending) {
            carried += part.getOrDefault(value, 0.0) - whole.getOrDefault(value, 0.0);
            sum += ordered
                    ? Math.abs(carried) / (ascending.size() - 1)
                    : Math.abs(part.getOrDefault(value, 0.0) - whole.getOrDefault(value, 0.0)) / 2;
        }
        return sum;
    }

    private double ratio(Map.Entry<String, List<String[]>> group) {
        return group.getValue().size() / around(group.getKey());
    }

    private double around(String label) {
        return town.stream().filter(person -> fits(person, label)).count();
    }

    /** @param label age and sex as published */
    private static boolean fits(String[] person, String label) {
        String age = label.substring(0, label.indexOf(','));
        String sex = label.substring(label.indexOf(',') + 1);
        int years = Integer.parseInt(person[1]);
        List<Integer> bounds = new ArrayList<>();
        for (String part : age.split("-")) {
            if (part.matches("[0-9]+")) {
                bounds.add(Integer.valueOf(part));
            }
        }
        boolean fitsAge = age.equals("*")
                || (age.equals("90+") && years >= 90)
                || (!bounds.isEmpty()
                        && bounds.get(0) <= years
                        && years <= bounds.get(bounds.size() - 1)
                        && years < 90);
        return fitsAge && (sex.equals("*") || sex.equals(person[0]));
    }
}
