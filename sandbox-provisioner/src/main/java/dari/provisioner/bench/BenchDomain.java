package dari.provisioner.bench;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.synthesize.Domain;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.CodeList;
import dari.provisioner.synthesize.history.HistoryDomain;
import dari.provisioner.synthesize.history.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** A public domain for the sources of the figures: their own vocabulary where they have one, else that of {@link OmopSource}. */
final class BenchDomain {

    /** Of the person table, as a recipe's domain file. */
    static final String PERSON = """
            {"gender_concept_id": {"values": ["8507", "8532"]},
             "year_of_birth": {"min": 1900, "max": 2024, "bins": 25},
             "race_concept_id": {"values": ["8515", "8516", "8527", "8557", "38003579", "38003585", "38003592"]},
             "ethnicity_concept_id": {"values": ["0", "38003563", "38003564"]}}
            """;

    static final List<Long> VISITS = List.of(9201L, 9202L, 9203L);

    private BenchDomain() {}

    static HistoryDomain of(DuckDb engine, SourceDirectory source) {
        Optional<SourceTable> vocabulary = source.table("concept");
        Map<ClinicalTable, CodeList> codes = new EnumMap<>(ClinicalTable.class);
        for (ClinicalTable table : ClinicalTable.values()) {
            List<CodeList.Concept> concepts =
                    vocabulary.isPresent() ? listed(engine, source, vocabulary.get(), table) : madeUp(table);
            codes.put(table, CodeList.of(concepts, table.table()));
        }
        LocalDate from = LocalDate.of(vocabulary.isPresent() ? 1908 : 2010, 1, 1);
        LocalDate to = LocalDate.of(vocabulary.isPresent() ? 2019 : 2024, 12, 31);
        return new HistoryDomain(
                new Period(from, to),
                Domain.parse(PERSON, "the built-in domain").columns(),
                CodeList.of(
                        VISITS.stream()
                                .map(id -> new CodeList.Concept(id, null, null, 0))
                                .toList(),
                        "visit_occurrence"),
                codes);
    }

    private static List<CodeList.Concept> listed(
            DuckDb engine, SourceDirectory source, SourceTable vocabulary, ClinicalTable table) {
        String domain = switch (table) {
            case CONDITION -> "Condition";
            case DRUG -> "Drug";
            case MEASUREMENT -> "Measurement";
        };
        Map<Long, Long> parents = new HashMap<>();
        source.table("concept_ancestor")
                .ifPresent(ancestors -> engine.each(
                        "SELECT CAST(descendant_concept_id AS BIGINT), min(CAST(ancestor_concept_id AS BIGINT)) FROM "
                                + Sql.name(ancestors.view())
                                + " WHERE min_levels_of_separation = '1' GROUP BY 1",
                        row -> parents.put(row.getLong(1), row.getLong(2))));
        List<CodeList.Concept> concepts = new ArrayList<>();
        engine.each(
                "SELECT CAST(concept_id AS BIGINT) FROM " + Sql.name(vocabulary.view()) + " WHERE domain_id = "
                        + Sql.text(domain) + " ORDER BY 1",
                row -> concepts.add(new CodeList.Concept(row.getLong(1), parents.get(row.getLong(1)), null, 0)));
        return concepts;
    }

    /** The codes of {@link OmopSource}: rank and concept number agree, and so do the bounds of what is measured. */
    private static List<CodeList.Concept> madeUp(ClinicalTable table) {
        return switch (table) {
            case CONDITION -> concepts(4_000_000, 3000);
            case DRUG -> concepts(1_100_000, 1500);
            case MEASUREMENT ->
                LongStream.rangeClosed(1, 400)
                        .mapToObj(code -> new CodeList.Concept(
                                3_000_000 + code,
                                null,
                                new CodeList.Bounds(0, 10.0 * (1 + code % 40)),
                                8840 + code % 12))
                        .toList();
        };
    }

    private static List<CodeList.Concept> concepts(long base, int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(code -> new CodeList.Concept(base + code, null, null, 0))
                .toList();
    }
}
