package dari.provisioner.pipeline;

import dari.provisioner.deidentify.Keyed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.synthesize.CodedRows;
import dari.provisioner.synthesize.CodedTable;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the private rows into codes of their public domain. Nothing of what they hold decides whether it succeeds. */
final class PrivateRows {

    private static final int SECRET_BYTES = 32;

    private PrivateRows() {}

    /**
     * @param rowsPerPerson rows of each person that are taken, where the plan has a person key; which ones, a one-off secret decides
     */
    static CodedTable read(DuckDb engine, SynthesisPlan plan, int rowsPerPerson, SecureRandom random) {
        CodedRows rows = new CodedRows(plan.domain());
        engine.each(query(engine, plan, rowsPerPerson, random), row -> {
            rows.add(column -> row.getString(column + 1));
            return rows;
        });
        return rows.table();
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
        return select + "(SELECT *, row_number() OVER (PARTITION BY " + Sql.name(personKey)
                + " ORDER BY "
                + keyed.hex("row", "coalesce(" + Sql.name(personKey) + ", '') || chr(31) || " + content)
                + ") AS \"dari row\" FROM " + view + ") WHERE \"dari row\" <= "
                + rowsPerPerson;
    }
}
