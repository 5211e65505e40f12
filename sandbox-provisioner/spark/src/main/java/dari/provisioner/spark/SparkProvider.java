package dari.provisioner.spark;

import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.deidentify.TableEngineProvider;

/** Knows {@code spark://…}. */
public final class SparkProvider implements TableEngineProvider {

    @Override
    public boolean takes(String address) {
        return address.startsWith(SparkAddress.SCHEME);
    }

    @Override
    public TableEngine.Opening at(String address) {
        SparkAddress master = SparkAddress.parse(address);
        Cluster.silence();
        return (local, recipe, source, work) -> {
            Cluster cluster = Cluster.open(master, work);
            return new SparkTables(cluster, cluster, local, recipe, source, work);
        };
    }

    /** On a cluster that is open already and stays so. */
    static TableEngine.Opening on(Cluster cluster) {
        return (local, recipe, source, work) -> new SparkTables(cluster, () -> {}, local, recipe, source, work);
    }
}
