package dari.provisioner.deidentify;

/** The engine in process, which is what the others are compared with: it gives the same twice. */
class DuckDbTablesTests extends TableEngineContract {

    @Override
    protected TableEngine.Opening engine() {
        return (local, recipe, source, work) -> new DuckDbTables(local, recipe);
    }
}
