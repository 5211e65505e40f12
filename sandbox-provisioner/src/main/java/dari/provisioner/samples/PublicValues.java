package dari.provisioner.samples;

import dari.provisioner.profile.Profile;
import dari.provisioner.release.Distribution.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What may stand in a column of which nothing is shown: OMOP's standard concepts, and else any number or day of a range
 * that says nothing about patients. Shares are plain guesses: the point is the form.
 */
final class PublicValues {

    private static final Map<String, List<Cell>> BY_NAME = Map.of(
            "gender_concept_id", List.of(value("8507"), value("8532")),
            "visit_concept_id", List.of(value("9202"), value("9201"), value("9203")),
            "race_concept_id", List.of(value("0")),
            "ethnicity_concept_id", List.of(value("0")),
            "year_of_birth", List.of(range(1935, 2015)),
            "month_of_birth", List.of(range(1, 13)),
            "day_of_birth", List.of(range(1, 29)),
            "sex", List.of(value("F"), value("M")),
            "gender", List.of(value("F"), value("M")),
            "age", List.of(range(0, 90)));

    private PublicValues() {}

    static List<Cell> of(Profile.Column column) {
        List<Cell> known = BY_NAME.get(column.name().toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return switch (column.type()) {
            case "date", "timestamp" -> List.of(range(2015, 2025));
            case "integer" -> List.of(range(0, 100));
            case "decimal" -> List.of(range(0, 1));
            default -> List.of(value("A"), value("B"), value("C"));
        };
    }

    private static Cell value(String label) {
        return new Cell(label, null, null, 1);
    }

    private static Cell range(double from, double to) {
        return new Cell("", from, to, 1);
    }
}
