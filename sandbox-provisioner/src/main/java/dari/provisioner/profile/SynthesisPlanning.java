package dari.provisioner.profile;

import dari.provisioner.BadInput;
import dari.provisioner.json.Json;
import dari.provisioner.release.Distribution;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the recipe of {@code goal: synthesize} and the domain that a profile suggests: of an OMOP source its histories, else the
 * table of the persons. A domain must be public: what is written
 * here holds nothing that the profile does not show, so it is as public as the profile, which ε does not cover; the recipe says
 * so where the steward reads it.
 */
public final class SynthesisPlanning {

    /** Finer intervals would hold noise. */
    private static final int MOST_BINS = 64;

    private SynthesisPlanning() {}

    /**
     * @param recipe YAML
     * @param domain JSON, to lie in a file beside the recipe
     */
    public record Proposed(String recipe, String domain) {}

    /**
     * @param domainFile how the recipe calls the domain's file
     * @throws BadInput when no column of the profile shows what it may hold
     */
    public static Proposed propose(Profile profile, String domainFile) {
        return HistoryPlanning.propose(profile, domainFile).orElseGet(() -> ofOneTable(profile, domainFile));
    }

    private static Proposed ofOneTable(Profile profile, String domainFile) {
        Profile.Table table = profile.personTable();
        Map<String, Object> domain = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        for (Profile.Column column : table.columns()) {
            if (isPublic(column)) {
                domain.put(column.name(), entry(column));
            } else if (!column.name().equals(table.personKey())) {
                left.add("#   " + column.name() + ": " + whyLeft(column));
            }
        }
        if (domain.isEmpty()) {
            throw new BadInput(
                    "profile",
                    "shows no value of table " + table.name() + ", so no domain can be proposed",
                    "write the domain by hand: see docs/synthesis.md");
        }
        return new Proposed(recipe(profile, table, domainFile, left), Json.text(domain));
    }

    private static boolean isPublic(Profile.Column column) {
        return switch (column.role()) {
            case IDENTIFIER, KEY, FREE_TEXT, DATE -> false;
            case QUASI, SENSITIVE, OTHER ->
                !isTime(column) && !column.distribution().cells().isEmpty();
        };
    }

    private static boolean isTime(Profile.Column column) {
        return column.type().equals("date") || column.type().equals("timestamp");
    }

    private static String whyLeft(Profile.Column column) {
        return switch (column.role()) {
            case IDENTIFIER -> "names a person";
            case KEY -> "refers to rows, and invented rows have none";
            case FREE_TEXT -> "free text";
            default -> isTime(column) ? "a date has no domain; make a year of it" : "the profile shows no value of it";
        };
    }

    private static Object entry(Profile.Column column) {
        List<Distribution.Cell> cells = column.distribution().cells();
        Distribution.Cell first = cells.get(0);
        Double from = first.from();
        Double to = cells.get(cells.size() - 1).to();
        if (from == null || to == null) {
            return Map.of("values", cells.stream().map(Distribution.Cell::label).toList());
        }
        double width = first.to() == null ? to - from : first.to() - from;
        Map<String, Object> bins = new LinkedHashMap<>();
        bins.put("min", number(from, RoundingMode.FLOOR, column));
        bins.put("max", number(to, RoundingMode.CEILING, column));
        bins.put("bins", Math.max(1, Math.min(MOST_BINS, (int) Math.round((to - from) / width))));
        return bins;
    }

    /** Whole where the column is, so that whole numbers are released. */
    private static BigDecimal number(double bound, RoundingMode mode, Profile.Column column) {
        BigDecimal exact = BigDecimal.valueOf(bound);
        boolean whole =
                column.type().equals("integer") || exact.stripTrailingZeros().scale() <= 0;
        return whole ? exact.setScale(0, mode) : exact.stripTrailingZeros();
    }

    private static String recipe(Profile profile, Profile.Table table, String domainFile, List<String> left) {
        String key = table.personKey();
        List<String> lines = new ArrayList<>();
        lines.add("# Proposed by 'plan' from a profile. Read every line, and the domain beside it.");
        lines.add(
                "# The domain must be public. This one holds what the profile shows and no more, so it tells what the profile");
        lines.add(
                "# tells, which epsilon does not cover. Where a published list of codes or documented bounds exist, write those.");
        profile.tables().stream()
                .filter(other -> !other.equals(table))
                .forEach(other -> lines.add("# Table " + other.name() + ": left out, one table is synthesised"));
        lines.add("recipe: 1");
        lines.add("goal: synthesize");
        lines.add("tables:");
        lines.add("  " + Planning.name(table.name()) + ":");
        lines.add("    domain: " + Planning.name(domainFile));
        if (key != null) {
            lines.add("    personKey: " + Planning.name(key));
        }
        lines.add("    others: drop");
        if (!left.isEmpty()) {
            lines.add("# Dropped:");
            lines.addAll(left);
        }
        lines.add("# What a row's presence may change: see docs/synthesis.md for what each epsilon costs in error.");
        lines.add("dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: " + (key == null ? "row" : "person") + "}");
        lines.add("# The account of the privacy ledger that pays; open it once by 'ledger open'.");
        lines.add("budget: {dataset: " + Planning.name(table.name()) + ", population: all}");
        lines.add("assessment: {holdout: 0.2}");
        return String.join("\n", lines) + "\n";
    }
}
