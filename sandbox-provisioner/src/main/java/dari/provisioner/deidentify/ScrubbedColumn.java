package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.Sql;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.scrub.ParallelScrubbing;
import dari.provisioner.scrub.ParallelScrubbing.Note;
import dari.provisioner.scrub.ScrubbedNote;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;

/**
 * A column of free text, scrubbed outside the engine with all cores. The result is a helper table in the engine,
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
        String text = "s." + Sql.name(column.source());
        engine.execute("CREATE TABLE " + Sql.name(helper) + " (person VARCHAR, digest VARCHAR, scrubbed VARCHAR)");
        try (ParallelScrubbing scrubbing = new ParallelScrubbing(keyed.scrubber(treatment.plan()))) {
            Batch batch = new Batch(scrubbing);
            engine.append(helper, rows -> {
                engine.each(
                        "SELECT DISTINCT s." + base.person(table) + ", " + digest(text) + ", " + text + " FROM "
                                + base.relation(table) + " s JOIN released r ON r.person = s." + base.person(table)
                                + " WHERE " + text + " IS NOT NULL",
                        row -> batch.add(rows, row.getString(2), new Note(row.getString(1), row.getString(3))));
                batch.write(rows);
            });
            return new ScrubbedColumn(
                    table.name() + "." + column.name(),
                    Sql.name(helper),
                    batch.texts,
                    batch.undecided,
                    batch.undecidedTexts);
        }
    }

    /** Texts that wait to be scrubbed together. */
    private static final class Batch {
        private final ParallelScrubbing scrubbing;
        private final List<Note> notes = new ArrayList<>();
        private final List<String> digests = new ArrayList<>();
        private int characters;
        private long texts;
        private long undecided;
        private long undecidedTexts;

        Batch(ParallelScrubbing scrubbing) {
            this.scrubbing = scrubbing;
        }

        /** @return how many wait */
        int add(DuckDBAppender rows, String digest, Note note) throws SQLException {
            notes.add(note);
            digests.add(digest);
            characters += note.text().length();
            if (characters >= ParallelScrubbing.BATCH) {
                write(rows);
            }
            return notes.size();
        }

        void write(DuckDBAppender rows) throws SQLException {
            List<ScrubbedNote> scrubbed = scrubbing.all(notes);
            for (int i = 0; i < scrubbed.size(); i++) {
                ScrubbedNote note = scrubbed.get(i);
                undecided += note.undecided();
                undecidedTexts += note.undecided() > 0 ? 1 : 0;
                rows.beginRow();
                rows.append(notes.get(i).person());
                rows.append(digests.get(i));
                rows.append(note.text());
                rows.endRow();
            }
            texts += notes.size();
            notes.clear();
            digests.clear();
            characters = 0;
        }
    }

    /** Texts are long: they are joined by a digest that never collides. */
    static String digest(String text) {
        return "sha256(" + text + ")";
    }
}
