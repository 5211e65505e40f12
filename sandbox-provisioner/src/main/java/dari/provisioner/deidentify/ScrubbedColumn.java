package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.scrub.ScrubbedNote;
import dari.provisioner.scrub.Scrubber;

/**
 * A column of free text, scrubbed outside the engine one person's text at a time. The result is a helper table in the engine,
 * which spills like any other: {@code (person, digest, scrubbed)}, one row for each text of a released person.
 *
 * @param column of the source
 * @param helper quoted name of the table
 * @param texts distinct texts, by person
 * @param undecided places that may be identifiers and stayed
 * @param undecidedTexts texts that have such a place
 */
public record ScrubbedColumn(String column, String helper, long texts, long undecided, long undecidedTexts) {

    static ScrubbedColumn make(
            DuckDb engine, Keyed keyed, PersonBase base, PlannedTable table, PlannedTable.Column column, int index) {
        String helper = "scrubbed_" + table.name() + "_" + index;
        Treatment.Scrub treatment = (Treatment.Scrub) column.recipe().treatment();
        Scrubber scrubber = keyed.scrubber(treatment.plan());
        String text = "s." + Sql.name(column.source());
        long[] counts = new long[3];
        engine.execute("CREATE TABLE " + Sql.name(helper) + " (person VARCHAR, digest VARCHAR, scrubbed VARCHAR)");
        engine.append(
                helper,
                rows -> engine.each(
                        "SELECT DISTINCT s." + base.person(table) + ", " + digest(text) + ", " + text + " FROM "
                                + base.relation(table) + " s JOIN released r ON r.person = s." + base.person(table)
                                + " WHERE " + text + " IS NOT NULL",
                        row -> {
                            ScrubbedNote note = scrubber.scrub(row.getString(1), row.getString(3));
                            counts[0]++;
                            counts[1] += note.undecided();
                            counts[2] += note.undecided() > 0 ? 1 : 0;
                            rows.beginRow();
                            rows.append(row.getString(1));
                            rows.append(row.getString(2));
                            rows.append(note.text());
                            rows.endRow();
                            return counts;
                        }));
        return new ScrubbedColumn(
                table.name() + "." + column.name(), Sql.name(helper), counts[0], counts[1], counts[2]);
    }

    /** Texts are long: they are joined by a digest that never collides. */
    static String digest(String text) {
        return "sha256(" + text + ")";
    }
}
