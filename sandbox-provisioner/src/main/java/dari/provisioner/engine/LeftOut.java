package dari.provisioner.engine;

/**
 * Rows that a view leaves out of its table, so that an engine which reads the table's files leaves out the same.
 *
 * @param column of the table; a row whose value is missing stays
 * @param values query of the run's DuckDB for the values whose rows go, one column, none of them missing
 */
public record LeftOut(String column, String values) {

    /** What a row that stays fulfils. */
    public String condition() {
        return "(" + Sql.name(column) + " IS NULL OR " + Sql.name(column) + " NOT IN (" + values + "))";
    }
}
