package dari.provisioner.deidentify;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.engine.DuckDb;
import dari.provisioner.engine.SourceDirectory;
import dari.provisioner.recipe.Recipe;
import java.nio.file.Path;

/**
 * What reads a source's tables, treats them row by row and counts in them: in process, or on a cluster when a table outgrows
 * one machine. For one recipe and key each gives the same released rows, in an order of its own that says nothing of the
 * source's. Persons, privacy models, assessment and sealing are the same for all and stay in the run's own DuckDB. Every method
 * throws {@link BadInput} for what is wrong with a source and {@link SurroundingsFailed} when the engine is lost.
 */
public interface TableEngine extends AutoCloseable {

    /** Makes a table ready to be counted and treated. */
    PlannedTable load(PlannedTable table);

    /** @return a query of the run's DuckDB for everybody whom a table names, as {@code person}, each once */
    String persons(PlannedTable table);

    /** All rows of a table, to tell how long it will take. */
    long rows(PersonBase base, PlannedTable table);

    /** Rows of a table that name nobody who is known; they are left out, since nothing would cover them. */
    long rowsWithoutPerson(PersonBase base, PlannedTable table);

    /** One table's released rows, once the model is solved. */
    TreatedTable.Treated treat(Keyed keyed, PersonBase base, PlannedTable table);

    @Override
    void close();

    /** Starts an engine for one run. */
    @FunctionalInterface
    interface Opening {

        /**
         * @param local the run's DuckDB, which outlives the engine
         * @param work private folder for what the engine hands over
         * @throws BadInput when the engine does not take the recipe or the source
         */
        TableEngine open(DuckDb local, Recipe recipe, SourceDirectory source, Path work);
    }
}
