package dari.provisioner.fhir;

import static dari.provisioner.fhir.Elements.choice;
import static dari.provisioner.fhir.Elements.code;
import static dari.provisioner.fhir.Elements.codeIn;
import static dari.provisioner.fhir.Elements.codeOf;
import static dari.provisioner.fhir.Elements.concept;
import static dari.provisioner.fhir.Elements.made;
import static dari.provisioner.fhir.Elements.time;
import static dari.provisioner.fhir.Elements.value;
import static dari.provisioner.fhir.FhirColumn.element;
import static dari.provisioner.fhir.FhirColumn.reference;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Procedure;

/**
 * Which elements of which resource types are read, and under which names. What does not stand here is not read and so can
 * not be released: text, extensions, contained resources, repetitions after the first.
 */
final class Mapping {

    /** KCD first: its codes are ICD-10's, refined. */
    private static final List<String> ICD_10 = List.of(
            "http://hl7.org/fhir/sid/icd-10", "urn:oid:1.2.410.200001.2.1.1", "http://hl7.org/fhir/sid/icd-10-cm");

    /** Where FHIR's own code systems are. */
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private Mapping() {}

    static List<ResourceTable<?>> tables() {
        return List.of(
                patient(),
                encounter(),
                condition(),
                observation(),
                medicationRequest(),
                medicationAdministration(),
                procedure(),
                diagnosticReport(),
                allergyIntolerance(),
                immunization(),
                imagingStudy());
    }

    private static ResourceTable<Patient> patient() {
        return new ResourceTable<>(
                Patient.class,
                Patient::new,
                List.of(
                        element("birth_date", Patient::getBirthDateElement),
                        element("gender", Patient::getGenderElement),
                        element(
                                "deceased",
                                p -> choice(p.getDeceased(), BooleanType.class),
                                p -> made(p.getDeceased(), BooleanType.class, BooleanType::new, p::setDeceased)),
                        element(
                                "death_date",
                                p -> choice(p.getDeceased(), DateTimeType.class),
                                p -> made(p.getDeceased(), DateTimeType.class, DateTimeType::new, p::setDeceased)),
                        code("marital_status", Patient::getMaritalStatus),
                        element("state", p -> p.getAddressFirstRep().getStateElement()),
                        element("city", p -> p.getAddressFirstRep().getCityElement()),
                        element("postal_code", p -> p.getAddressFirstRep().getPostalCodeElement()),
                        element("nation", p -> p.getAddressFirstRep().getCountryElement()),
                        element("address", p -> p.getAddressFirstRep().getTextElement()),
                        element("full_name", p -> p.getNameFirstRep().getTextElement()),
                        element("family_name", p -> p.getNameFirstRep().getFamilyElement()),
                        element(
                                "given_name",
                                p -> p.getNameFirstRep().getGiven().stream()
                                        .findFirst()
                                        .orElse(null),
                                p -> p.getNameFirstRep().addGivenElement()),
                        telecom("phone", ContactPointSystem.PHONE),
                        telecom("email", ContactPointSystem.EMAIL),
                        element("account_system", p -> p.getIdentifierFirstRep().getSystemElement()),
                        element("account_number", p -> p.getIdentifierFirstRep().getValueElement())),
                null);
    }

    private static FhirColumn<Patient> telecom(String name, ContactPointSystem system) {
        return element(
                name,
                p -> p.getTelecom().stream()
                        .filter(contact -> contact.getSystem() == system)
                        .findFirst()
                        .<PrimitiveType<?>>map(ContactPoint::getValueElement)
                        .orElse(null),
                p -> p.addTelecom().setSystem(system).getValueElement());
    }

    private static ResourceTable<Encounter> encounter() {
        return new ResourceTable<>(
                Encounter.class,
                Encounter::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", Encounter::getSubject),
                                element("status", Encounter::getStatusElement).asRequired(),
                                element("class", (Encounter e) -> e.getClass_().getCodeElement())
                                        .asRequired()),
                        concept("type_", Encounter::getTypeFirstRep),
                        List.of(
                                code("service_code", Encounter::getServiceType),
                                code("reason_code", Encounter::getReasonCodeFirstRep),
                                element("start_time", e -> e.getPeriod().getStartElement()),
                                element("end_time", e -> e.getPeriod().getEndElement()),
                                code(
                                        "discharge_code",
                                        e -> e.getHospitalization().getDischargeDisposition()),
                                reference("part_of_id", "Encounter", Encounter::getPartOf))),
                null);
    }

    private static ResourceTable<Condition> condition() {
        return new ResourceTable<>(
                Condition.class,
                Condition::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", Condition::getSubject)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", Condition::getEncounter),
                                codeOf(
                                        TERMINOLOGY + "condition-clinical",
                                        "clinical_status",
                                        Condition::getClinicalStatus),
                                codeOf(
                                        TERMINOLOGY + "condition-ver-status",
                                        "verification_status",
                                        Condition::getVerificationStatus),
                                code("category", Condition::getCategoryFirstRep)),
                        concept("", Condition::getCode),
                        List.of(
                                codeIn("icd10_code", ICD_10, Condition::getCode),
                                time("onset_time", Condition::getOnset, Condition::setOnset),
                                time("abatement_time", Condition::getAbatement, Condition::setAbatement),
                                element("recorded_time", Condition::getRecordedDateElement))),
                null);
    }

    private static ResourceTable<Observation> observation() {
        return new ResourceTable<>(
                Observation.class,
                Observation::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", Observation::getSubject),
                                reference("encounter_id", "Encounter", Observation::getEncounter),
                                element("status", Observation::getStatusElement).asRequired(),
                                code("category", Observation::getCategoryFirstRep)),
                        required("code", concept("", Observation::getCode)),
                        List.of(time("effective_time", Observation::getEffective, Observation::setEffective)),
                        value(Observation::getValue, Observation::setValue),
                        List.of(code("interpretation", Observation::getInterpretationFirstRep))),
                new ResourceTable.Parts<>(
                        "component",
                        Observation::getComponent,
                        Observation::addComponent,
                        all(
                                required("code", concept("", ObservationComponentComponent::getCode)),
                                value(
                                        ObservationComponentComponent::getValue,
                                        ObservationComponentComponent::setValue))));
    }

    private static ResourceTable<MedicationRequest> medicationRequest() {
        return new ResourceTable<>(
                MedicationRequest.class,
                MedicationRequest::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", MedicationRequest::getSubject)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", MedicationRequest::getEncounter),
                                element("status", MedicationRequest::getStatusElement)
                                        .asRequired(),
                                element("intent", MedicationRequest::getIntentElement)
                                        .asRequired()),
                        concept(
                                "",
                                (MedicationRequest m) -> made(
                                        m.getMedication(),
                                        CodeableConcept.class,
                                        CodeableConcept::new,
                                        m::setMedication)),
                        List.of(
                                element("authored_time", MedicationRequest::getAuthoredOnElement),
                                code("reason_code", MedicationRequest::getReasonCodeFirstRep))),
                null);
    }

    private static ResourceTable<MedicationAdministration> medicationAdministration() {
        return new ResourceTable<>(
                MedicationAdministration.class,
                MedicationAdministration::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", MedicationAdministration::getSubject)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", MedicationAdministration::getContext),
                                element("status", MedicationAdministration::getStatusElement)
                                        .asRequired()),
                        concept(
                                "",
                                (MedicationAdministration m) -> made(
                                        m.getMedication(),
                                        CodeableConcept.class,
                                        CodeableConcept::new,
                                        m::setMedication)),
                        List.of(
                                time(
                                        "effective_time",
                                        MedicationAdministration::getEffective,
                                        MedicationAdministration::setEffective),
                                element("dose", m -> m.getDosage().getDose().getValueElement()),
                                element(
                                        "dose_unit",
                                        m -> m.getDosage().getDose().getUnitElement()))),
                null);
    }

    private static ResourceTable<Procedure> procedure() {
        return new ResourceTable<>(
                Procedure.class,
                Procedure::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", Procedure::getSubject)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", Procedure::getEncounter),
                                element("status", Procedure::getStatusElement).asRequired()),
                        concept("", Procedure::getCode),
                        List.of(
                                time("performed_time", Procedure::getPerformed, Procedure::setPerformed),
                                code("body_site", Procedure::getBodySiteFirstRep),
                                code("reason_code", Procedure::getReasonCodeFirstRep))),
                null);
    }

    private static ResourceTable<DiagnosticReport> diagnosticReport() {
        return new ResourceTable<>(
                DiagnosticReport.class,
                DiagnosticReport::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", DiagnosticReport::getSubject),
                                reference("encounter_id", "Encounter", DiagnosticReport::getEncounter),
                                element("status", DiagnosticReport::getStatusElement)
                                        .asRequired(),
                                code("category", DiagnosticReport::getCategoryFirstRep)),
                        required("code", concept("", DiagnosticReport::getCode)),
                        List.of(
                                time("effective_time", DiagnosticReport::getEffective, DiagnosticReport::setEffective),
                                element("conclusion_text", DiagnosticReport::getConclusionElement),
                                code("conclusion_code", DiagnosticReport::getConclusionCodeFirstRep))),
                null);
    }

    private static ResourceTable<AllergyIntolerance> allergyIntolerance() {
        return new ResourceTable<>(
                AllergyIntolerance.class,
                AllergyIntolerance::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", AllergyIntolerance::getPatient)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", AllergyIntolerance::getEncounter),
                                code("clinical_status", AllergyIntolerance::getClinicalStatus),
                                element("criticality", AllergyIntolerance::getCriticalityElement)),
                        concept("", AllergyIntolerance::getCode),
                        List.of(
                                time("onset_time", AllergyIntolerance::getOnset, AllergyIntolerance::setOnset),
                                element("recorded_time", AllergyIntolerance::getRecordedDateElement))),
                null);
    }

    private static ResourceTable<Immunization> immunization() {
        return new ResourceTable<>(
                Immunization.class,
                Immunization::new,
                all(
                        List.of(
                                reference("patient_id", "Patient", Immunization::getPatient)
                                        .asRequired(),
                                reference("encounter_id", "Encounter", Immunization::getEncounter),
                                element("status", Immunization::getStatusElement)
                                        .asRequired()),
                        required("code", concept("", Immunization::getVaccineCode)),
                        List.of(time("occurrence_time", Immunization::getOccurrence, Immunization::setOccurrence))),
                null);
    }

    private static ResourceTable<ImagingStudy> imagingStudy() {
        return new ResourceTable<>(
                ImagingStudy.class,
                ImagingStudy::new,
                List.of(
                        reference("patient_id", "Patient", ImagingStudy::getSubject)
                                .asRequired(),
                        reference("encounter_id", "Encounter", ImagingStudy::getEncounter),
                        element("status", ImagingStudy::getStatusElement).asRequired(),
                        element("started_time", ImagingStudy::getStartedElement),
                        element("modality", i -> i.getModalityFirstRep().getCodeElement()),
                        element("series", ImagingStudy::getNumberOfSeriesElement),
                        element("instances", ImagingStudy::getNumberOfInstancesElement),
                        element(
                                "body_site",
                                i -> i.getSeriesFirstRep().getBodySite().getCodeElement())),
                null);
    }

    @SafeVarargs
    private static <E extends Base> List<FhirColumn<E>> all(List<FhirColumn<E>>... groups) {
        List<FhirColumn<E>> columns = new ArrayList<>();
        for (List<FhirColumn<E>> group : groups) {
            columns.addAll(group);
        }
        return columns;
    }

    private static <E extends Base> List<FhirColumn<E>> required(String name, List<FhirColumn<E>> columns) {
        return columns.stream()
                .map(column -> column.name().equals(name) ? column.asRequired() : column)
                .toList();
    }
}
