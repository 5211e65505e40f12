package dari.provisioner.fhir;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Columns of elements that several resource types have. */
final class Elements {

    private Elements() {}

    /** System, code and display of a concept's first coding, and its text. */
    static <E extends Base> List<FhirColumn<E>> concept(String prefix, Function<E, CodeableConcept> concept) {
        return List.of(
                FhirColumn.element(
                        prefix + "system",
                        e -> concept.apply(e).getCodingFirstRep().getSystemElement()),
                FhirColumn.element(
                        prefix + "code",
                        e -> concept.apply(e).getCodingFirstRep().getCodeElement()),
                FhirColumn.element(
                        prefix + "display",
                        e -> concept.apply(e).getCodingFirstRep().getDisplayElement()),
                FhirColumn.element(prefix + "text", e -> concept.apply(e).getTextElement()));
    }

    /** The code of a concept's first coding alone. */
    static <E extends Base> FhirColumn<E> code(String name, Function<E, CodeableConcept> concept) {
        return FhirColumn.element(
                name, e -> concept.apply(e).getCodingFirstRep().getCodeElement());
    }

    /** The same of a concept that FHIR wants from one system, which is written with it. */
    static <E extends Base> FhirColumn<E> codeOf(String system, String name, Function<E, CodeableConcept> concept) {
        return FhirColumn.element(
                name,
                e -> concept.apply(e).getCodingFirstRep().getCodeElement(),
                e -> concept.apply(e).getCodingFirstRep().setSystem(system).getCodeElement());
    }

    /** The code that a concept has in one of several systems, beside its first coding. */
    static <E extends Base> FhirColumn<E> codeIn(
            String name, List<String> systems, Function<E, CodeableConcept> concept) {
        Predicate<Coding> wanted = coding -> coding.hasSystem() && systems.contains(coding.getSystem());
        return FhirColumn.element(
                name,
                e -> concept.apply(e).getCoding().stream()
                        .filter(wanted)
                        .findFirst()
                        .map(Coding::getCodeElement)
                        .orElse(null),
                e -> concept.apply(e).getCoding().stream()
                        .filter(wanted)
                        .findFirst()
                        .orElseGet(() -> concept.apply(e).addCoding().setSystem(systems.get(0)))
                        .getCodeElement());
    }

    /** A time that FHIR gives as an instant or as the start of a period. */
    static <E extends Base> FhirColumn<E> time(
            String name, Function<E, @Nullable Type> value, BiConsumer<E, Type> set) {
        return FhirColumn.element(
                name,
                e -> value.apply(e) instanceof Period period
                        ? period.getStartElement()
                        : choice(value.apply(e), DateTimeType.class),
                e -> made(value.apply(e), DateTimeType.class, DateTimeType::new, fresh -> set.accept(e, fresh)));
    }

    /** An observed value: a quantity, a concept, a text or a time. */
    static <E extends Base> List<FhirColumn<E>> value(Function<E, @Nullable Type> value, BiConsumer<E, Type> set) {
        Function<E, Coding> coding =
                e -> made(value.apply(e), CodeableConcept.class, CodeableConcept::new, fresh -> set.accept(e, fresh))
                        .getCodingFirstRep();
        Function<E, Quantity> quantity =
                e -> made(value.apply(e), Quantity.class, Quantity::new, fresh -> set.accept(e, fresh));
        return List.of(
                in(Quantity.class, "value_number", value, quantity, Quantity::getValueElement),
                in(Quantity.class, "value_unit", value, quantity, Quantity::getUnitElement),
                coding("value_system", value, coding, Coding::getSystemElement),
                coding("value_code", value, coding, Coding::getCodeElement),
                coding("value_display", value, coding, Coding::getDisplayElement),
                FhirColumn.element(
                        "value_text",
                        e -> choice(value.apply(e), StringType.class),
                        e -> made(value.apply(e), StringType.class, StringType::new, fresh -> set.accept(e, fresh))),
                FhirColumn.element(
                        "value_time",
                        e -> choice(value.apply(e), DateTimeType.class),
                        e -> made(
                                value.apply(e), DateTimeType.class, DateTimeType::new, fresh -> set.accept(e, fresh))));
    }

    static <T extends Type> @Nullable T choice(@Nullable Type value, Class<T> type) {
        return type.isInstance(value) ? type.cast(value) : null;
    }

    /** A value of one of FHIR's choices; where the resource holds another choice already, one that belongs to nothing. */
    static <T extends Type> T made(@Nullable Type value, Class<T> type, Supplier<T> fresh, Consumer<T> set) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        T made = fresh.get();
        if (value == null) {
            set.accept(made);
        }
        return made;
    }

    private static <E extends Base, T extends Type> FhirColumn<E> in(
            Class<T> type,
            String name,
            Function<E, @Nullable Type> value,
            Function<E, T> made,
            Function<T, PrimitiveType<?>> element) {
        return FhirColumn.element(
                name,
                e -> type.isInstance(value.apply(e))
                        ? element.apply(type.cast(Objects.requireNonNull(value.apply(e))))
                        : null,
                made.andThen(element));
    }

    private static <E extends Base> FhirColumn<E> coding(
            String name,
            Function<E, @Nullable Type> value,
            Function<E, Coding> made,
            Function<Coding, PrimitiveType<?>> element) {
        return FhirColumn.element(
                name,
                e -> value.apply(e) instanceof CodeableConcept concept
                        ? element.apply(concept.getCodingFirstRep())
                        : null,
                made.andThen(element));
    }
}
