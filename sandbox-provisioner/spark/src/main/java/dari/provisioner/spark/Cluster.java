package dari.provisioner.spark;

import dari.provisioner.BadInput;
import dari.provisioner.ProvisionerException;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.deidentify.KeyedMac;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.util.Version;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.duckdb.DuckDBDriver;

/**
 * A session on a cluster. Whatever fails there ends in one line of ours: Spark's own messages may quote rows. A system property
 * {@code spark.…} overrides what is set here.
 */
final class Cluster implements AutoCloseable {

    /** How long to wait for another executor after the last was lost; seconds. */
    static final String PATIENCE = "spark.dari.executorPatience";

    private static final int USUAL_PATIENCE = 120;

    private static final String LOG = "log4j2.configurationFile";
    private static final String NO_LOG = "dari/provisioner/spark/log4j2.properties";

    /** Small enough for any worker; Spark waits for ever for one that no worker has room for. */
    private static final String EXECUTOR_MEMORY = "512m";

    private final SparkSession session;
    private final ExecutorWatch watch;

    private Cluster(SparkSession session, ExecutorWatch watch) {
        this.session = session;
        this.watch = watch;
    }

    /**
     * @param work private folder for what this process spills
     * @throws BadInput when rows and the key would cross a network in the clear
     * @throws SurroundingsFailed when no master answers, or no worker has room
     */
    static Cluster open(SparkAddress address, Path work) {
        silence();
        SparkConf settings = settings(address, work);
        requireSafe(address, settings);
        address.requireListening();
        return ask(() -> {
            SparkSession session = SparkSession.builder().config(settings).getOrCreate();
            ExecutorWatch watch = ExecutorWatch.start(
                    session.sparkContext(), Integer.parseInt(settings.get(PATIENCE)), address.isLocal());
            Cluster cluster = new Cluster(session, watch);
            if (!watch.awaitFirst(USUAL_PATIENCE)) {
                cluster.close();
                throw new SurroundingsFailed(
                        "no worker of " + address.master() + " gave an executor of "
                                + settings.get("spark.executor.memory")
                                + "; start workers, or ask for less by -Dspark.executor.memory",
                        null);
            }
            return cluster;
        });
    }

    /** Keeps Spark's own log off this process's streams; to be called before anything is logged. */
    static void silence() {
        if (System.getProperty(LOG) == null) {
            System.setProperty(LOG, NO_LOG);
        }
    }

    SparkSession session() {
        return session;
    }

    /** Does something on the cluster. */
    <T> T run(Callable<T> step) {
        if (watch.isLost()) {
            throw lost(null);
        }
        try {
            return ask(step);
        } catch (SurroundingsFailed | IllegalStateException e) {
            throw watch.isLost() || session.sparkContext().isStopped() ? lost(e) : e;
        }
    }

    private static SurroundingsFailed lost(@org.jspecify.annotations.Nullable Throwable cause) {
        return new SurroundingsFailed("the Spark cluster was lost; start its master and workers again", cause);
    }

    private static <T> T ask(Callable<T> step) {
        try {
            return step.call();
        } catch (ProvisionerException | IllegalStateException e) {
            throw e;
        } catch (AnalysisException | NullPointerException | IllegalArgumentException e) {
            throw new IllegalStateException("the Spark engine refused a step", withoutData(e));
        } catch (Exception e) {
            throw new SurroundingsFailed(
                    "the Spark cluster failed at a step; see the logs of its workers", withoutData(e));
        }
    }

    /** The kind of failure without the message, which may quote a row. */
    private static Exception withoutData(Exception failure) {
        Exception kind = new IllegalStateException(failure.getClass().getName());
        kind.setStackTrace(failure.getStackTrace());
        return kind;
    }

    private static SparkConf settings(SparkAddress address, Path work) {
        SparkConf settings = new SparkConf().setMaster(address.master()).setAppName("dari-provision");
        settings.set("spark.local.dir", work.toAbsolutePath().toString());
        settings.set("spark.sql.warehouse.dir", work.toUri().toString());
        settings.set("spark.sql.session.timeZone", "UTC");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.io.encryption.enabled", "true");
        settings.setIfMissing("spark.executor.memory", EXECUTOR_MEMORY);
        settings.setIfMissing(PATIENCE, String.valueOf(USUAL_PATIENCE));
        if (address.isLoopback()) {
            settings.setIfMissing("spark.driver.host", "127.0.0.1");
            settings.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        if (!address.isLocal()) {
            settings.setIfMissing("spark.jars", jars());
            // a worker whose own jars hold this adapter would not see what the adapter needs
            settings.setIfMissing("spark.executor.userClassPathFirst", "true");
        }
        return settings;
    }

    private static void requireSafe(SparkAddress address, SparkConf settings) {
        boolean authentic = settings.getBoolean("spark.authenticate", false);
        boolean encrypted = settings.getBoolean("spark.network.crypto.enabled", false)
                || settings.getBoolean("spark.ssl.rpc.enabled", false);
        if (!(authentic && encrypted) && !address.isHere()) {
            throw new BadInput(
                    "--engine",
                    "rows and the key would cross the network in the clear to " + address.host(),
                    "set spark.authenticate, its secret and spark.network.crypto.enabled on both sides; see"
                            + " docs/spark.md");
        }
    }

    /** The jars that workers lack: ours, and those that ours need; one where all lie in the runnable jar. */
    private static String jars() {
        List<Class<?>> needed = List.of(
                KeyedMac.class,
                Cluster.class,
                DuckDBDriver.class,
                CSVParser.class,
                Version.class,
                LowerCaseFilter.class,
                KoreanAnalyzer.class);
        return needed.stream()
                .flatMap(Cluster::place)
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static Stream<Path> place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Stream.empty()
                    : Stream.of(
                            Path.of(Objects.requireNonNull(source.getLocation()).toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class was loaded from no address", e);
        }
    }

    @Override
    public void close() {
        watch.close();
        session.stop();
    }
}
