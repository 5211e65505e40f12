package dari.provisioner.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Writes released rows of one resource type as resources. Thread-safe. */
public final class FhirWriter {

    /** HL7's label for data whose subjects stand under pseudonyms. */
    private static final Coding PSEUDONYMISED =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "PSEUDED", "pseudonymized");

    /** HL7's label for data that nobody lived: what is invented must not be taken for care. */
    private static final Coding INVENTED =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");

    private final FhirContext context;
    private final ResourceTable<?> table;
    private final Coding label;

    private FhirWriter(FhirContext context, ResourceTable<?> table, Coding label) {
        this.context = context;
        this.table = table;
        this.label = label;
    }

    /** Of real persons' rows. */
    static FhirWriter pseudonymised(FhirContext context, ResourceTable<?> table) {
        return new FhirWriter(context, table, PSEUDONYMISED);
    }

    /** Of rows that belong to nobody. */
    static FhirWriter invented(FhirContext context, ResourceTable<?> table) {
        return new FhirWriter(context, table, INVENTED);
    }

    /** Name of the resource type, as FHIR spells it. */
    public String type() {
        return table.name();
    }

    /** Column that holds the resource's id. */
    public String key() {
        return table.key();
    }

    /** Name of the table of parts that belong into the resources; empty when the type has none. */
    public String partsTable() {
        return table.partsName();
    }

    /**
     * One line of NDJSON.
     *
     * @param row released values by column; columns that were not released are missing
     * @param parts released rows of the resource's parts, in their order
     */
    public String line(Map<String, @Nullable String> row, List<Map<String, @Nullable String>> parts) {
        Resource resource = table.resource(row, parts);
        resource.getMeta().addSecurity(label.copy());
        return context.newJsonParser().encodeResourceToString(resource);
    }
}
