package dari.provisioner.omop;

import dari.provisioner.BadInput;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.engine.SourceTable;
import dari.provisioner.engine.Sql;
import dari.provisioner.synthesize.history.ClinicalTable;
import dari.provisioner.synthesize.history.Histories;
import dari.provisioner.synthesize.history.History;
import dari.provisioner.synthesize.history.HistoryDomain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The histories of an OMOP source, brought into the order of persons once and read person by person. A row belongs to the person
 * that it names itself; a visit is looked up among that person's own, so that no row of one person can change what another adds.
 * Rows that name no visit of theirs lie in a contact without a visit, one per day. Nothing of what the rows hold decides whether
 * reading succeeds: what cannot be read counts as missing, and rows without a person or a day of the period do not count.
 */
public final class OmopHistories implements Histories {

    private static final String ROWS = "dari histories of ";
    private static final int CHUNK = 200_000;
    private static final String SEPARATOR = "\u001f";

    private final DuckDb engine;
    private final HistoryDomain domain;
    private final byte[] secret;
    private final String table;
    private final long rows;

    private OmopHistories(DuckDb engine, HistoryDomain domain, byte[] secret, String table) {
        this.engine = engine;
        this.domain = domain;
        this.secret = secret.clone();
        this.table = table;
        this.rows = engine.number("SELECT count(*) FROM " + Sql.name(table));
    }

    /**
     * Which table a row is read from.
     *
     * @param where file and line of the recipe's table, for errors
     */
    public record Place(String personKey, String where) {}

    /**
     * @param places by table, in lower case, of all tables of the domain
     * @param secret decides which contacts of a person count
     * @throws BadInput when the source lacks a table or a column; reads no row before
     */
    public static OmopHistories load(
            DuckDb engine,
            SourceDirectory source,
            HistoryDomain domain,
            Function<String, Place> places,
            byte[] secret) {
        Reading reading = new Reading(source, domain, places);
        List<String> parts = new ArrayList<>(List.of(reading.persons(), reading.visits()));
        for (ClinicalTable table : domain.tables()) {
            parts.add(reading.events(table));
        }
        // of several open sources each has its own
        String table = ROWS + reading.table(HistoryTables.PERSON).file().view();
        engine.execute("CREATE OR REPLACE TABLE " + Sql.name(table) + " AS SELECT * FROM ("
                + String.join(" UNION ALL ", parts) + ") WHERE person IS NOT NULL ORDER BY person, part, code, visit");
        return new OmopHistories(engine, domain, secret, table);
    }

    /** Queries of (person, part, visit, code, day, until, value). */
    private record Reading(SourceDirectory source, HistoryDomain domain, Function<String, Place> places) {

        String persons() {
            Source table = table(HistoryTables.PERSON);
            String codes = domain.person().stream()
                    .map(column -> "replace(coalesce(" + table.column(column.name()) + ", ''), chr(31), '')")
                    .collect(Collectors.joining(", "));
            return select(table, 0, "NULL", "concat_ws(chr(31), " + codes + ")", "0", "NULL", "NULL", "");
        }

        String visits() {
            Source table = table(HistoryTables.VISIT);
            return select(
                    table,
                    1,
                    table.column("visit_occurrence_id"),
                    table.column("visit_concept_id"),
                    day(table.column("visit_start_date")),
                    table.optional("visit_end_date", Reading.this::day),
                    "NULL",
                    inPeriod());
        }

        String events(ClinicalTable clinical) {
            Source table = table(clinical.table());
            return select(
                    table,
                    2 + domain.tables().indexOf(clinical),
                    table.optional("visit_occurrence_id", column -> column),
                    table.column(clinical.code()),
                    day(table.column(clinical.date())),
                    clinical.lasts() ? table.optional(clinical.value(), Reading.this::day) : "NULL",
                    clinical.lasts() ? "NULL" : table.optional(clinical.value(), column -> column),
                    inPeriod());
        }

        private static String select(
                Source table,
                int part,
                String visit,
                String code,
                String day,
                String until,
                String value,
                String filter) {
            return "(SELECT " + table.column(table.place().personKey()) + " AS person, CAST(" + part
                    + " AS TINYINT) AS part, CAST(" + visit + " AS VARCHAR) AS visit, " + code + " AS code, CAST(" + day
                    + " AS INTEGER) AS day, CAST(" + until + " AS INTEGER) AS until, CAST(" + value
                    + " AS VARCHAR) AS \"value\" FROM " + Sql.name(table.file().view()) + filter + ")";
        }

        /** A day's number; a time of day is left out. */
        private String day(String column) {
            return "TRY_CAST(TRY_CAST(substr(" + column + ", 1, 10) AS DATE) - DATE "
                    + Sql.text(domain.period().from().toString()) + " AS INTEGER)";
        }

        private String inPeriod() {
            return " WHERE day BETWEEN 0 AND " + domain.period().lastDay();
        }

        private Source table(String name) {
            Place place = places.apply(name);
            return new Source(
                    source.table(name)
                            .orElseThrow(() -> new BadInput(
                                    place.where(),
                                    "the source has no such table",
                                    "remove it or add its file to the source")),
                    place);
        }
    }

    private record Source(SourceTable file, Place place) {

        String column(String name) {
            return file.column(name)
                    .map(Sql::name)
                    .orElseThrow(() -> new BadInput(
                            place.where(),
                            "the source has no column '" + name + "' here",
                            "add it, or correct the domain or personKey"));
        }

        String optional(String name, Function<String, String> expression) {
            return file.column(name).map(Sql::name).map(expression).orElse("NULL");
        }
    }

    @Override
    public void each(Consumer<History> reader) {
        PersonRows person = new PersonRows(domain);
        Mac mac = mac();
        for (long from = 0; from < rows; from += CHUNK) {
            engine.each(
                    "SELECT person, part, visit, code, day, until, \"value\" FROM " + Sql.name(table)
                            + " WHERE rowid >= " + from + " AND rowid < " + (from + CHUNK),
                    row -> {
                        String key = row.getString(1);
                        if (!key.equals(person.key())) {
                            hand(person, mac, reader);
                            person.begin(key);
                        }
                        int part = row.getInt(2);
                        int day = row.getInt(5);
                        int until = row.getInt(6);
                        int end = row.wasNull() ? PersonRows.NO_DAY : until;
                        if (part == 0) {
                            person.person(row.getString(4).split(SEPARATOR, -1));
                        } else if (part == 1) {
                            person.visit(row.getString(3), row.getString(4), day, end);
                        } else {
                            person.event(
                                    domain.tables().get(part - 2),
                                    row.getString(3),
                                    row.getString(4),
                                    day,
                                    end,
                                    row.getString(7));
                        }
                        return key;
                    });
        }
        hand(person, mac, reader);
    }

    private static void hand(PersonRows person, Mac mac, Consumer<History> reader) {
        @Nullable String key = person.key();
        if (key != null) {
            History history = person.history(ByteBuffer.wrap(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)))
                    .getLong());
            if (history != null) {
                reader.accept(history);
            }
        }
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
