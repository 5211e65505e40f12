package dari.provisioner.bench;

import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.engine.WorkFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up hospital as OMOP CDM 5.4: persons, visits, conditions, drugs and measurements, all columns of each table, ten
 * rows a visit. Every value is a hash of the row's place and the seed, so the same arguments give the same rows,
 * whatever the number of cores. What matters to a treatment is like real: lengths of histories and frequencies of codes are
 * skewed, a person's codes recur, dates lie within visits and visits after birth, every reference points at a row.
 */
public final class OmopSource {

    private static final String MEMORY = "1g";

    /** One over the mean of (-ln u)^1.4, which is Gamma(2.4); rounding down and the first visit leave half a visit. */
    private static final double FACTOR_PER_VISIT = 0.805;

    /** uniform(key, salt) in [0, 1); few(key, salt, mean): geometric, from 0; zipf(n, u): a rank from 1 whose frequency falls as 1/rank. */
    private static final String MACROS = """
            CREATE MACRO uniform(k, salt) AS (hash(k, salt, SEED) >> 12) / 4503599627370496.0;
            CREATE MACRO few(k, salt, mean) AS CAST(floor(-ln(1 - uniform(k, salt)) / ln(1 + 1.0 / mean)) AS INTEGER);
            CREATE MACRO zipf(n, u) AS CAST(floor(pow(n + 1.0, u)) AS BIGINT);
            """;

    /** One row a person with what its visits need: the day of the first, the length of its history in days, how many. */
    private static final String LIVES = """
            CREATE VIEW lives AS SELECT p, first, first - CAST(floor(36525 * (uniform(p, 1) + uniform(p, 2)) / 2) AS INTEGER) AS born,
              least(CAST(floor(4400 * pow(uniform(p, 3), 2)) AS INTEGER), DATE '2024-12-31' - first) AS days,
              least(250, 1 + CAST(floor(FACTOR * pow(-ln(1 - uniform(p, 4)), 1.4)) AS INTEGER)) AS visits
            FROM (SELECT p, DATE '2010-01-01' + CAST(floor(5000 * uniform(p, 5)) AS INTEGER) AS first
              FROM range(1, PERSONS + 1) r(p))
            """;

    /** Seven in eight visits are for a few hours; the others last some days. */
    private static final String STAYS = """
            CREATE VIEW stays AS SELECT p, v, sort, start, CASE WHEN sort = 9201 THEN start + 1 + few(v, 11, 5) ELSE start END AS stop
            FROM (SELECT p, v, CASE WHEN uniform(v, 10) < 0.12 THEN 9201 WHEN uniform(v, 10) < 0.19 THEN 9203 ELSE 9202 END AS sort,
                first + CASE WHEN j = 0 THEN 0 ELSE CAST(floor(days * uniform(v, 12)) AS INTEGER) END AS start
              FROM (SELECT p, first, days, j, p * 256 + j AS v FROM (SELECT p, first, days, unnest(range(visits)) AS j FROM lives)))
            """;

    private static final String PERSON = """
            SELECT p AS person_id, CASE WHEN uniform(p, 20) < 0.52 THEN 8532 ELSE 8507 END AS gender_concept_id,
              year(born) AS year_of_birth, month(born) AS month_of_birth, day(born) AS day_of_birth,
              CAST(born AS TIMESTAMP) AS birth_datetime,
              [38003585, 38003585, 8515, 8527, 8516, 38003579, 38003592, 8557][zipf(8, pow(uniform(p, 21), 3))] AS race_concept_id,
              CASE WHEN uniform(p, 22) < 0.97 THEN 38003564 ELSE 38003563 END AS ethnicity_concept_id,
              zipf(250, uniform(p, 23)) AS location_id, zipf(400, uniform(p, 24)) AS provider_id,
              zipf(12, uniform(p, 25)) AS care_site_id, 'P' || lpad(CAST(hash(p, 26, SEED) % 10000000000 AS VARCHAR), 10, '0')
              AS person_source_value, CASE WHEN uniform(p, 20) < 0.52 THEN 'F' ELSE 'M' END AS gender_source_value,
              0 AS gender_source_concept_id, CAST(NULL AS VARCHAR) AS race_source_value, 0 AS race_source_concept_id,
              CAST(NULL AS VARCHAR) AS ethnicity_source_value, 0 AS ethnicity_source_concept_id
            FROM lives
            """;

    private static final String VISIT = """
            SELECT v AS visit_occurrence_id, p AS person_id, sort AS visit_concept_id, start AS visit_start_date,
              start + to_minutes(480 + CAST(floor(600 * uniform(v, 30)) AS INTEGER)) AS visit_start_datetime,
              stop AS visit_end_date, stop + to_minutes(1081 + CAST(floor(300 * uniform(v, 31)) AS INTEGER)) AS visit_end_datetime,
              44818518 AS visit_type_concept_id, zipf(400, uniform(v, 32)) AS provider_id, zipf(12, uniform(v, 33)) AS care_site_id,
              'V' || v AS visit_source_value, 0 AS visit_source_concept_id, CAST(NULL AS INTEGER) AS admitted_from_concept_id,
              CAST(NULL AS VARCHAR) AS admitted_from_source_value, CAST(NULL AS INTEGER) AS discharged_to_concept_id,
              CAST(NULL AS VARCHAR) AS discharged_to_source_value, CAST(NULL AS BIGINT) AS preceding_visit_occurrence_id
            FROM stays
            """;

    private static final String CONDITION = """
            SELECT x AS condition_occurrence_id, p AS person_id, 4000000 + code AS condition_concept_id,
              day AS condition_start_date, CAST(day AS TIMESTAMP) AS condition_start_datetime,
              CASE WHEN uniform(x, 41) < 0.6 THEN stop END AS condition_end_date, CAST(NULL AS TIMESTAMP) AS condition_end_datetime,
              32020 AS condition_type_concept_id, 0 AS condition_status_concept_id, CAST(NULL AS VARCHAR) AS stop_reason,
              zipf(400, uniform(v, 32)) AS provider_id, v AS visit_occurrence_id, CAST(NULL AS BIGINT) AS visit_detail_id,
              'C' || code AS condition_source_value, 0 AS condition_source_concept_id,
              CAST(NULL AS VARCHAR) AS condition_status_source_value
            FROM EVENTS
            """;

    private static final String DRUG = """
            SELECT x AS drug_exposure_id, p AS person_id, 1100000 + code AS drug_concept_id, day AS drug_exposure_start_date,
              CAST(day AS TIMESTAMP) AS drug_exposure_start_datetime, day + supply AS drug_exposure_end_date,
              CAST(day + supply AS TIMESTAMP) AS drug_exposure_end_datetime, CAST(NULL AS DATE) AS verbatim_end_date,
              38000177 AS drug_type_concept_id, CAST(NULL AS VARCHAR) AS stop_reason, few(x, 51, 1) AS refills,
              supply * (1 + few(x, 52, 1)) AS quantity, supply AS days_supply, CAST(NULL AS VARCHAR) AS sig,
              CASE WHEN code % 9 = 0 THEN 4171047 ELSE 4132161 END AS route_concept_id, CAST(NULL AS VARCHAR) AS lot_number,
              zipf(400, uniform(v, 32)) AS provider_id, v AS visit_occurrence_id, CAST(NULL AS BIGINT) AS visit_detail_id,
              'D' || code AS drug_source_value, 0 AS drug_source_concept_id, CAST(NULL AS VARCHAR) AS route_source_value,
              CAST(NULL AS VARCHAR) AS dose_unit_source_value
            FROM (SELECT *, [3, 5, 7, 14, 30, 30, 60, 90][1 + CAST(hash(x, 50, SEED) % 8 AS INTEGER)] AS supply FROM EVENTS)
            """;

    private static final String MEASUREMENT = """
            SELECT x AS measurement_id, p AS person_id, 3000000 + code AS measurement_concept_id, day AS measurement_date,
              day + to_minutes(minute) AS measurement_datetime, lpad(CAST(minute // 60 AS VARCHAR), 2, '0') || ':'
              || lpad(CAST(minute % 60 AS VARCHAR), 2, '0') AS measurement_time, 44818702 AS measurement_type_concept_id,
              4172703 AS operator_concept_id, round(mid * (0.55 + 0.3 * (uniform(x, 61) + uniform(x, 62) + uniform(x, 63))), 1)
              AS value_as_number, CAST(NULL AS INTEGER) AS value_as_concept_id, 8840 + code % 12 AS unit_concept_id,
              0.8 * mid AS range_low, 1.2 * mid AS range_high, zipf(400, uniform(v, 32)) AS provider_id, v AS visit_occurrence_id,
              CAST(NULL AS BIGINT) AS visit_detail_id, 'M' || code AS measurement_source_value,
              0 AS measurement_source_concept_id, CAST(NULL AS VARCHAR) AS unit_source_value, 0 AS unit_source_concept_id,
              CAST(NULL AS VARCHAR) AS value_source_value, CAST(NULL AS BIGINT) AS measurement_event_id,
              CAST(NULL AS INTEGER) AS meas_event_field_concept_id
            FROM (SELECT *, 5 * (1 + code % 40) AS mid, CAST(hash(x, 60, SEED) % 1440 AS INTEGER) AS minute FROM EVENTS)
            """;

    private final long persons;
    private final double visits;
    private final long seed;
    private final String format;

    /**
     * @param visits of a person in the mean, above 1
     * @param format of the files, {@code parquet} or {@code csv}
     */
    public OmopSource(long persons, double visits, long seed, String format) {
        this.persons = persons;
        this.visits = visits;
        this.seed = seed;
        this.format = format;
    }

    /** Writes one file per table, about 0.15 kB of Parquet or 1.5 kB of CSV a visit, and prints how many rows each has. */
    public void write(Path directory, PrintStream out) {
        try (WorkFolder work = WorkFolder.create();
                DuckDb engine = DuckDb.open(MEMORY, work.path())) {
            Files.createDirectories(directory);
            MACROS.lines().forEach(macro -> engine.execute(filled(macro)));
            engine.execute(filled(LIVES));
            engine.execute(filled(STAYS));
            for (Map.Entry<String, String> table : tables().entrySet()) {
                Path file = directory.resolve(table.getKey() + "." + format);
                engine.execute("COPY (" + filled(table.getValue()) + ") TO " + Sql.text(file.toString()) + " (FORMAT "
                        + (format.equals("csv") ? "csv, HEADER true" : "parquet, COMPRESSION zstd") + ")");
                out.println(String.format(
                        Locale.ROOT,
                        "%s: %,d rows, %,d MB",
                        table.getKey(),
                        engine.number("SELECT count(*) FROM "
                                + (format.equals("csv") ? "read_csv(" : "read_parquet(") + Sql.text(file.toString())
                                + ")"),
                        Files.size(file) / 1_000_000));
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write to " + directory, e);
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("person", PERSON);
        tables.put("visit_occurrence", VISIT);
        tables.put("condition_occurrence", CONDITION.replace("EVENTS", events(1.25, 3000, 6)));
        tables.put("drug_exposure", DRUG.replace("EVENTS", events(1.5, 1500, 5)));
        tables.put("measurement", MEASUREMENT.replace("EVENTS", events(6, 400, 12)));
        return tables;
    }

    /**
     * Rows within visits: p, v, stop of the visit, x the row's own number, its day and the rank of its code.
     *
     * @param mean rows a visit, geometric
     * @param codes how many there are
     * @param usual codes that a person has again and again; three rows in four have one of them
     */
    private static String events(double mean, int codes, int usual) {
        return "(SELECT p, v, stop, x, start + CAST(floor((stop - start + 1) * uniform(x, 70)) AS INTEGER) AS day, zipf("
                + codes
                + ", CASE WHEN uniform(x, 71) < 0.75 THEN uniform(p * 16 + hash(x, 72, SEED) % " + usual + ", " + codes
                + ") ELSE uniform(x, 73) END) AS code FROM (SELECT p, v, start, stop, v * 256 + unnest(range(least(250, few(v, "
                + codes + ", " + mean + ")))) AS x FROM stays))";
    }

    private String filled(String sql) {
        return sql.replace("PERSONS", String.valueOf(persons))
                .replace("FACTOR", String.valueOf(FACTOR_PER_VISIT * (visits - 0.5)))
                .replace("SEED", String.valueOf(seed));
    }
}
