package dari.provisioner.spark;

import dari.provisioner.deidentify.TableEngine;
import dari.provisioner.deidentify.TableEngineContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on two threads of this process; StandaloneClusterIntegrationTests has a real cluster. */
class SparkTablesTests extends TableEngineContract {

    @TempDir
    private static Path work;

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.open(SparkAddress.parse("spark://local[2]"), work);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    protected TableEngine.Opening engine() {
        return SparkProvider.on(cluster);
    }
}
