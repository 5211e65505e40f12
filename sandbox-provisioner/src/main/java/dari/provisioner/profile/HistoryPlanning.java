package dari.provisioner.profile;

import dari.provisioner.json.Json;
import dari.provisioner.omop.HistoryTables;
import dari.provisioner.release.Distribution;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.HistoryDomain;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the recipe that synthesises whole histories of an OMOP source, with nothing in it but what its profile shows. */
final class HistoryPlanning {

    /** Nobody alive was born before, and few records begin earlier. */
    private static final int FIRST_BIRTH = 1900;

    private static final int YEARS_OF_BIN = 5;

    /** Where the profile shows none. */
    private static final int YEARS_OF_RECORDS = 10;

    /** As many withheld persons let every attack say something, see docs/privacy-ledger.md section 7. */
    private static final double WANTED_WITHHELD = 5000;

    private final Profile profile;
    private final Profile.Table person;
    private final Profile.Table visits;
    private final List<String> lines = new ArrayList<>();

    private HistoryPlanning(Profile profile, Profile.Table person, Profile.Table visits) {
        this.profile = profile;
        this.person = person;
        this.visits = visits;
    }

    /** Empty when the profile does not show an OMOP source with persons, their visits, and what kinds of visit there are. */
    static Optional<SynthesisPlanning.Proposed> propose(Profile profile, String domainFile) {
        String standard = profile.standard();
        Optional<Profile.Table> person = table(profile, HistoryTables.PERSON);
        Optional<Profile.Table> visits = table(profile, HistoryTables.VISIT)
                .filter(t -> column(t, "visit_occurrence_id").isPresent()
                        && column(t, "visit_start_date").isPresent()
                        && !codes(t, "visit_concept_id").isEmpty());
        if (standard == null
                || !standard.startsWith("omop-")
                || person.isEmpty()
                || visits.isEmpty()
                || column(person.get(), "person_id").isEmpty()
                || column(person.get(), HistoryDomain.BIRTH).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HistoryPlanning(profile, person.get(), visits.get()).write(standard, domainFile));
    }

    private SynthesisPlanning.Proposed write(String standard, String domainFile) {
        lines.add("# Proposed by 'plan' from a profile. Read every line, and the domain beside it.");
        lines.add(
                "# Whole histories are invented: docs/histories.md says how, and what one patient can change at most.");
        lines.add(
                "# Domain, codes and period must be public. These hold what the profile shows and no more, so they tell what the");
        lines.add(
                "# profile tells, which epsilon does not cover. Where published code lists exist, write their files instead.");
        lines.add("recipe: 1");
        lines.add("goal: synthesize");
        lines.add("standard: " + standard);
        int lastYear = period();
        lines.add("tables:");
        lines.add("  person: {domain: " + Planning.name(domainFile) + "}");
        lines.add("  # kinds of visit; any other is released as 0");
        lines.add(listed(HistoryTables.VISIT, codes(visits, "visit_concept_id")));
        for (ClinicalTable table : ClinicalTable.values()) {
            clinical(table);
        }
        profile.tables().stream()
                .filter(t -> !HistoryTables.ALL.contains(t.name().toLowerCase(Locale.ROOT)))
                .forEach(t -> lines.add("  # " + t.name() + ": left out, histories do not hold it"));
        lines.add(
                "# What a whole patient's presence may change: see docs/histories.md for what each epsilon costs in error.");
        lines.add("dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: person}");
        lines.add("# The account of the privacy ledger that pays; open it once by 'ledger open'.");
        lines.add("budget: {dataset: omop, population: all}");
        assessment();
        return new SynthesisPlanning.Proposed(String.join("\n", lines) + "\n", Json.text(domain(lastYear)));
    }

    /** @return its last year */
    private int period() {
        List<Distribution.Cell> years = column(visits, "visit_start_date")
                .map(c -> c.distribution().cells())
                .orElse(List.of());
        Double from = years.isEmpty() ? null : years.get(0).from();
        Double end = years.isEmpty() ? null : years.get(years.size() - 1).to();
        int last = profile.madeAt().atZone(ZoneOffset.UTC).getYear();
        int first = last - YEARS_OF_RECORDS;
        if (from != null && end != null && from >= 1 && end > from && end <= 9999) {
            first = from.intValue();
            last = end.intValue() - 1;
            lines.add(
                    "# The years in which enough persons have visits. What lies outside does not count and is not invented.");
        } else {
            lines.add(
                    "# The profile shows no years of visits: write the documented first and last day of the records.");
        }
        lines.add("period: {from: " + first + "-01-01, to: " + last + "-12-31}");
        return last;
    }

    private void clinical(ClinicalTable table) {
        Optional<Profile.Table> found = table(profile, table.table());
        if (found.isEmpty()) {
            return;
        }
        List<String> codes = codes(found.get(), table.code());
        if (codes.isEmpty() || column(found.get(), table.date()).isEmpty()) {
            lines.add("  # " + found.get().name() + ": left out, the profile shows no code of it");
            return;
        }
        Long distinct =
                column(found.get(), table.code()).map(Profile.Column::distinct).orElse(null);
        if (distinct != null && distinct > codes.size()) {
            lines.add("  # about " + distinct
                    + " different codes, of which the profile shows these; the others are released as 0");
        }
        if (!table.lasts()) {
            lines.add(
                    "  # numbers stay empty: a CSV file with concept_id, min, max, unit_concept_id gives them bounds");
        }
        lines.add(listed(table.table(), codes));
    }

    private static String listed(String table, List<String> codes) {
        return "  " + table + ": {codes: [" + String.join(", ", codes) + "]}";
    }

    private void assessment() {
        Long persons = person.persons() == null ? person.rows() : person.persons();
        double share = persons == null ? 0.5 : Math.max(0.1, Math.min(0.5, WANTED_WITHHELD / persons));
        lines.add(
                "# Share of the persons who are withheld and attacked beside those that are used. With far fewer than 5,000 of");
        lines.add("# them an attack often cannot say anything, and the release is held.");
        lines.add("assessment: {holdout: " + String.format(Locale.ROOT, "%.2f", share) + "}");
    }

    /** Concepts as the profile shows them; years of birth in documented bounds, which no person decides. */
    private Map<String, Object> domain(int lastYear) {
        Map<String, Object> domain = new LinkedHashMap<>();
        for (Profile.Column column : person.columns()) {
            String name = column.name().toLowerCase(Locale.ROOT);
            List<String> codes = name.endsWith("_concept_id") ? codes(column) : List.of();
            if (name.equals(HistoryDomain.BIRTH)) {
                Map<String, Object> years = new LinkedHashMap<>();
                years.put("min", FIRST_BIRTH);
                years.put("max", lastYear);
                years.put("bins", (lastYear - FIRST_BIRTH) / YEARS_OF_BIN + 1);
                domain.put(column.name(), years);
            } else if (!name.contains("_source_") && !codes.isEmpty()) {
                domain.put(column.name(), Map.of("values", codes));
            }
        }
        return domain;
    }

    private static List<String> codes(Profile.Table table, String column) {
        return column(table, column).map(HistoryPlanning::codes).orElse(List.of());
    }

    /** Shown concepts, the most frequent first. */
    private static List<String> codes(Profile.Column column) {
        return column.distribution().cells().stream()
                .map(Distribution.Cell::label)
                .filter(label -> label.matches("[1-9][0-9]{0,17}"))
                .toList();
    }

    private static Optional<Profile.Table> table(Profile profile, String name) {
        return profile.tables().stream()
                .filter(t -> t.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<Profile.Column> column(Profile.Table table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
