package dari.sandboxes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Sources with as many persons as attacks need to say anything, and the recipes that synthesise them. A file of such a source is
 * a table.
 */
record SyntheticSources(Map<String, StringBuilder> tables) {

    private static final int PERSONS = 20_000;
    private static final int COLUMNS = 6;
    private static final int CODES = 25;

    static final String ROW_DOMAIN = "{\"a\": 25, \"b\": 25, \"c\": 25, \"d\": 25, \"e\": 25, \"f\": 25}";

    static final String ROWS = """
            recipe: 1
            goal: synthesize
            tables: {people: {domain: domain.json}}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: row}
            budget: {dataset: cohort, population: all}
            assessment: {holdout: 0.4}
            """;

    static final String PERSON_DOMAIN = "{\"gender_concept_id\": {\"values\": [8507, 8532]}, \"year_of_birth\":"
            + " {\"min\": 1920, \"max\": 2019, \"bins\": 10}}";

    static final String HISTORIES = """
            recipe: 1
            goal: synthesize
            standard: omop-5.4
            period: {from: 2015-01-01, to: 2020-12-31}
            tables:
              person: {domain: domain.json}
              visit_occurrence: {codes: [9201, 9202]}
              condition_occurrence: {codes: [11, 12, 13, 14, 15, 16, 17, 18]}
            dp: {mechanism: mst, epsilon: 1, delta: 1e-9, unit: person}
            budget: {dataset: cohort, population: all}
            assessment: {holdout: 0.4}
            """;

    /** One table, each column near the one before. */
    static SyntheticSources rows() {
        Random random = new Random(1);
        SyntheticSources source = new SyntheticSources(new LinkedHashMap<>());
        source.table("people", "a,b,c,d,e,f");
        for (int row = 0; row < PERSONS; row++) {
            Object[] cells = new Object[COLUMNS];
            int code = random.nextInt(CODES);
            for (int c = 0; c < COLUMNS; c++) {
                cells[c] = code;
                code = (code + random.nextInt(9)) % CODES;
            }
            source.add("people", cells);
        }
        return source;
    }

    /** Persons with visits, and a condition in each. */
    static SyntheticSources omop() {
        Random random = new Random(2);
        SyntheticSources source = new SyntheticSources(new LinkedHashMap<>());
        source.table("person", "person_id,gender_concept_id,year_of_birth");
        source.table(
                "visit_occurrence", "visit_occurrence_id,person_id,visit_concept_id,visit_start_date,visit_end_date");
        source.table(
                "condition_occurrence",
                "person_id,condition_concept_id,condition_start_date,condition_end_date,visit_occurrence_id");
        int visit = 0;
        for (int person = 1; person <= PERSONS; person++) {
            source.add("person", person, random.nextBoolean() ? 8507 : 8532, 1930 + random.nextInt(80));
            LocalDate day = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(1500));
            for (int left = 1 + random.nextInt(5); left > 0; left--) {
                day = day.plusDays(1 + random.nextInt(90));
                visit++;
                source.add("visit_occurrence", visit, person, 9201 + random.nextInt(2), day, day);
                source.add("condition_occurrence", person, 11 + random.nextInt(8), day, "", visit);
            }
        }
        return source;
    }

    private void table(String name, String header) {
        tables.put(name, new StringBuilder(header).append('\n'));
    }

    private void add(String table, Object... cells) {
        StringBuilder csv = tables.get(table);
        for (int c = 0; c < cells.length; c++) {
            csv.append(c == 0 ? "" : ",").append(cells[c]);
        }
        csv.append('\n');
    }

    void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, StringBuilder> table : tables.entrySet()) {
            Files.writeString(folder.resolve(table.getKey() + ".csv"), table.getValue());
        }
    }
}
