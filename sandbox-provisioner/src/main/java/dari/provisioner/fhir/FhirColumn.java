package dari.provisioner.fhir;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * One primitive element of a resource, or of a part of one, as a column of text.
 *
 * @param required whether FHIR wants the element: left out of a release, it says that it is masked
 * @param present the element, or null where the resource has none
 * @param made the element, put into the resource where it has none
 * @param read from FHIR's spelling to the column's
 * @param write and back
 */
record FhirColumn<E extends Base>(
        String name,
        boolean required,
        Function<E, @Nullable PrimitiveType<?>> present,
        Function<E, PrimitiveType<?>> made,
        UnaryOperator<String> read,
        UnaryOperator<String> write) {

    /** FHIR's own extension for a value that is missing, and why. */
    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
    /** Holds the label of a generalised value that the element's type cannot hold. */
    static final String GENERALISED = "urn:dari:fhir:generalised-value";

    /** @param element made on demand, which leaves no trace while it is empty */
    static <E extends Base> FhirColumn<E> element(String name, Function<E, PrimitiveType<?>> element) {
        return element(name, element, element);
    }

    static <E extends Base> FhirColumn<E> element(
            String name, Function<E, @Nullable PrimitiveType<?>> present, Function<E, PrimitiveType<?>> made) {
        return new FhirColumn<>(name, false, present, made, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** The id of the resource of one type that a reference names, whatever the form of its address. */
    static <E extends Base> FhirColumn<E> reference(String name, String type, Function<E, Reference> reference) {
        Function<E, PrimitiveType<?>> element = e -> reference.apply(e).getReferenceElement_();
        return new FhirColumn<>(name, false, element, element, FhirColumn::idOf, id -> type + "/" + id);
    }

    FhirColumn<E> asRequired() {
        return new FhirColumn<>(name, true, present, made, read, write);
    }

    /** Null where the resource says nothing. */
    @Nullable
    String valueOf(E element) {
        PrimitiveType<?> primitive = present.apply(element);
        String value = primitive == null ? null : primitive.getValueAsString();
        return value == null || value.isEmpty() ? null : read.apply(value);
    }

    /** Writes a released value; what FHIR's type cannot hold, such as a range of years, goes beside the element. */
    void write(E element, @Nullable String value) {
        if (value == null) {
            if (required) {
                made.apply(element).addExtension(ABSENT, new CodeType("masked"));
            }
            return;
        }
        PrimitiveType<?> primitive = made.apply(element);
        try {
            primitive.setValueAsString(write.apply(value));
        } catch (RuntimeException e) { // HAPI has several kinds for "not a date", "not a code of this list"
            primitive.setValue(null);
            primitive.addExtension(ABSENT, new CodeType("masked"));
            primitive.addExtension(GENERALISED, new StringType(value));
        }
    }

    private static String idOf(String reference) {
        String id = new IdType(reference).getIdPart();
        return id == null ? reference : id.substring(id.lastIndexOf(':') + 1);
    }
}
