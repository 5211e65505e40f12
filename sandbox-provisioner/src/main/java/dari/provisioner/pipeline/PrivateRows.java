package dari.provisioner.pipeline;

import dari.provisioner.deidentify.Keyed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.synthesize.CodedRows;
import dari.provisioner.synthesize.CodedTable;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the private rows into codes of their public domain. Nothing of what they hold decides whether it succeeds. */
final class PrivateRows {

    private static final int SECRET_BYTES = 32;

    private PrivateRows() {}

    /**
     * @param rowsPerPerson rows of each person that are taken, where the plan has a person key; which ones, a one-off secret decides
     */
    static CodedPersons read(DuckDb engine, SynthesisPlan plan, int rowsPerPerson, SecureRandom random) {
        CodedRows rows = new CodedRows(plan.domain());
        int owner = plan.domain().size() + 1;
        IntStream.Builder owners = IntStream.builder();
        engine.each(query(engine, plan, rowsPerPerson, random), row -> {
            rows.add(column -> row.getString(column + 1));
            if (plan.personKey() != null) {
                owners.add(row.getInt(owner) - 1);
            }
            return rows;
        });
        CodedTable table = rows.table();
        return plan.personKey() == null
                ? CodedPersons.each(table)
                : new CodedPersons(table, owners.build().toArray());
    }

    private static String query(DuckDb engine, SynthesisPlan plan, int rowsPerPerson, SecureRandom random) {
        List<String> columns =
                plan.table().columns().stream().map(c -> Sql.name(c.source())).toList();
        String select = "SELECT " + String.join(", ", columns) + " FROM ";
        String view = Sql.name(plan.table().source().view());
        String personKey = plan.personKey();
        if (personKey == null) {
            return select + view;
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Keyed keyed = new Keyed(engine, secret);
        // ordered by the rows' content under a secret, never by date or place in the file; equal rows are equal anyway
        String content =
                columns.stream().map(c -> "coalesce(" + c + ", '')").collect(Collectors.joining(" || chr(31) || "));
        String person = "coalesce(" + Sql.name(personKey) + ", '')"; // rows of nobody count together as one person's
        return "SELECT " + String.join(", ", columns)
                + ", dense_rank() OVER (ORDER BY \"dari person\") AS \"dari owner\" FROM "
                + "(SELECT *, " + person + " AS \"dari person\", row_number() OVER (PARTITION BY " + person
                + " ORDER BY "
                + keyed.hex("row", person + " || chr(31) || " + content)
                + ") AS \"dari row\" FROM " + view + ") WHERE \"dari row\" <= "
                + rowsPerPerson + " ORDER BY \"dari owner\"";
    }
}
