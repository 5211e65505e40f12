package dari.provisioner.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of one of the model's tables.
 *
 * @param values in the order of the table's columns; null where the resource says nothing
 */
public record FhirRow(String table, List<@Nullable String> values) {

    public FhirRow {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
