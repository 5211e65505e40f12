package dari.provisioner.cli;

import dari.provisioner.BadInput;
import dari.provisioner.deidentify.DuckDbTables;
import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.deidentify.TableEngineProvider;
import java.util.ServiceLoader;

/** What {@code --engine} names. */
final class EngineOption {

    static final String NAME = "--engine";
    static final String DUCKDB = "duckdb";

    private static final String SPARK = "spark:";

    private EngineOption() {}

    /** @throws BadInput when there is no such engine, or its artifact is not on the class path */
    static TableEngine.Opening read(String address) {
        if (address.equals(DUCKDB)) {
            return (local, recipe, source, work) -> new DuckDbTables(local, recipe);
        }
        for (TableEngineProvider provider : ServiceLoader.load(TableEngineProvider.class)) {
            if (provider.takes(address)) {
                return provider.at(address);
            }
        }
        throw address.startsWith(SPARK)
                ? new BadInput(
                        NAME,
                        "the Spark engine is not on the class path",
                        "start java -cp 'sandbox-provisioner/target/sandbox-provisioner.jar:"
                                + "sandbox-provisioner/spark/target/lib/*' dari.provisioner.cli.Main …")
                : new BadInput(NAME, "is no engine", "write duckdb or spark://HOST:PORT");
    }
}
