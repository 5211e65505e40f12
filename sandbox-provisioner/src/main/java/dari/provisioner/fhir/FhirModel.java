package dari.provisioner.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Resources as rows and rows as resources. A resource type without a mapping of its own is a table of ids and patients, so
 * that nothing in a source goes unseen. Thread-safe.
 */
public final class FhirModel {

    /** Name of the model in recipes, profiles and dictionaries. */
    public static final String STANDARD = "fhir-r4";

    private static final String PATIENT = "patient_id";
    /** Where a resource of any type names its patient. */
    private static final List<String> PATIENT_ELEMENTS =
            List.of("subject", "patient", "beneficiary", "for", "individual");

    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, ResourceTable<?>> tables = new LinkedHashMap<>();

    public FhirModel() {
        Mapping.tables().forEach(table -> tables.put(table.name(), table));
    }

    /**
     * The columns of a table.
     *
     * @param table a name that {@link #rows} gave, compared without case
     */
    public List<String> columns(String table) {
        for (ResourceTable<?> own : tables.values()) {
            if (own.name().equalsIgnoreCase(table)) {
                return own.columnNames();
            }
            if (own.partsName().equalsIgnoreCase(table)) {
                return own.partColumnNames();
            }
        }
        return List.of(table.toLowerCase(Locale.ROOT) + "_id", PATIENT);
    }

    /**
     * The rows of one resource: its own first, then those of its parts.
     *
     * @throws UnfitResource when the text is not a resource of R4, or has no id; never quotes a value
     */
    public List<FhirRow> rows(String json) {
        Resource resource = parsed(json);
        if (resource.getIdElement().getIdPart() == null) {
            throw new UnfitResource("is a resource without an id", "give every resource its id");
        }
        ResourceTable<?> table = tables.get(resource.fhirType());
        return table == null ? List.of(unmapped(resource)) : table.rows(resource);
    }

    /** How the resources of a type are written; empty for parts and for types without a mapping. */
    public Optional<FhirWriter> writer(String table) {
        return own(table).map(own -> FhirWriter.pseudonymised(context, own));
    }

    /** The same for resources that are invented. */
    public Optional<FhirWriter> inventedWriter(String table) {
        return own(table).map(own -> FhirWriter.invented(context, own));
    }

    private Optional<ResourceTable<?>> own(String table) {
        for (ResourceTable<?> own : tables.values()) {
            if (own.name().equalsIgnoreCase(table)) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    /** Whether a table holds the parts of another's resources, which are written with them. */
    public boolean isPart(String table) {
        return tables.values().stream().anyMatch(own -> own.partsName().equalsIgnoreCase(table));
    }

    private Resource parsed(String json) {
        IParser parser = context.newJsonParser();
        parser.setParserErrorHandler(new StrictReading());
        try {
            IBaseResource resource = parser.parseResource(json);
            if (resource instanceof Resource r4) {
                return r4;
            }
        } catch (DataFormatException e) {
            // HAPI's own message may quote the data
            if (e.getCause() instanceof UnfitResource unfit) {
                throw unfit;
            }
        }
        throw new UnfitResource("is not a FHIR R4 resource in JSON", "write one resource per line");
    }

    private static FhirRow unmapped(Resource resource) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(resource.getIdElement().getIdPart());
        values.add(patient(resource));
        return new FhirRow(resource.fhirType(), values);
    }

    private static @Nullable String patient(Resource resource) {
        return PATIENT_ELEMENTS.stream()
                .map(resource::getNamedProperty)
                .filter(Objects::nonNull)
                .flatMap(property -> property.getValues().stream())
                .filter(Reference.class::isInstance)
                .map(reference -> new IdType(((Reference) reference).getReference()))
                .filter(id -> !id.hasResourceType() || id.getResourceType().equals("Patient"))
                .map(IdType::getIdPart)
                .findFirst()
                .orElse(null);
    }
}
