package dari.provisioner.deidentify;

import dari.provisioner.engine.DuckDb;
import dari.provisioner.recipe.Recipe;
import java.util.Collection;

/** Everything in the run's own DuckDB, which spills what its memory does not hold. */
public final class DuckDbTables implements TableEngine {

    private final DuckDb engine;
    private final Collection<String> known;

    public DuckDbTables(DuckDb engine, Recipe recipe) {
        this.engine = engine;
        this.known = recipe.attack().columns();
    }

    @Override
    public PlannedTable load(PlannedTable table) {
        return table.loaded(engine, known);
    }

    @Override
    public String persons(PlannedTable table) {
        return PersonBase.personsOf(table);
    }

    @Override
    public long rows(PersonBase base, PlannedTable table) {
        return base.rowCount(table);
    }

    @Override
    public long rowsWithoutPerson(PersonBase base, PlannedTable table) {
        return base.rowsWithoutPerson(table);
    }

    @Override
    public TreatedTable.Treated treat(Keyed keyed, PersonBase base, PlannedTable table) {
        return TreatedTable.treat(engine, keyed, base, table);
    }

    @Override
    public void close() {
        // the run closes its DuckDB
    }
}
