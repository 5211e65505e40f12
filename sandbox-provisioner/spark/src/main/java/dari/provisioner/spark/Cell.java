package dari.provisioner.spark;

import dari.provisioner.deidentify.KeyedMac;
import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** How one released value comes from an untreated row. Sent to the workers; used by one thread. */
@FunctionalInterface
interface Cell extends Serializable {

    /** @return a text, a long, a double or, for a date, its days since 1970-01-01; null for a missing value */
    @Nullable
    Object of(Row row, Tools tools);

    /** What every row of a task shares. */
    record Tools(KeyedMac mac, EngineCasts casts) {}
}
