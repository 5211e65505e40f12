package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.kernel.OrganizationId;
import dari.needs.NeedAudience;
import dari.needs.NeedContent;
import dari.needs.NeedForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a startup needs. Concepts are codes of the vocabulary; a name or an ICD-10 code is taken, too.
 *
 * @param persons least number of persons
 * @param studies least number of studies
 * @param clinicianHours hours of a clinician's time a month
 * @param purpose health, disease, general or methods
 * @param ai of train, fineTune, generate, weights (leave the hospital)
 * @param periodDays days that the work takes
 * @param startBy last day on which the work can begin
 * @param audience VERIFIED for all verified hospitals, CHOSEN for those named, ASKED for those asked by the startup
 * @param hospitals ids of the hospitals named, with CHOSEN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedBody(
        String title,
        String text,
        String modality,
        @Nullable String disease,
        @Nullable String bodyPart,
        @Nullable String label,
        @Nullable List<String> formats,
        @Nullable List<String> environments,
        @Nullable List<String> regions,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        String purpose,
        @Nullable Boolean commercialUse,
        @Nullable List<String> ai,
        Integer periodDays,
        @Nullable LocalDate startBy,
        @Nullable String audience,
        @Nullable List<UUID> hospitals) {

    static NeedBody of(NeedContent content, @Nullable NeedAudience audience, @Nullable Set<OrganizationId> hospitals) {
        return new NeedBody(
                content.title(),
                content.text(),
                content.modality(),
                content.disease(),
                content.bodyPart(),
                content.label(),
                content.formats(),
                content.environments(),
                content.regions(),
                content.persons(),
                content.studies(),
                content.yearFrom(),
                content.yearTo(),
                content.clinicianHours(),
                content.purpose(),
                content.commercialUse(),
                ai(content),
                content.periodDays(),
                content.startBy(),
                audience == null ? null : audience.name(),
                hospitals == null
                        ? null
                        : hospitals.stream().map(OrganizationId::value).sorted().toList());
    }

    private static List<String> ai(NeedContent content) {
        List<String> uses = new ArrayList<>();
        if (content.aiTrain()) {
            uses.add("train");
        }
        if (content.aiFineTune()) {
            uses.add("fineTune");
        }
        if (content.aiGenerate()) {
            uses.add("generate");
        }
        if (content.aiWeightsLeave()) {
            uses.add("weights");
        }
        return uses;
    }

    NeedForm toForm() {
        return new NeedForm(
                title,
                text,
                modality,
                disease,
                bodyPart,
                label,
                formats,
                environments,
                regions,
                FormRules.text(persons),
                FormRules.text(studies),
                FormRules.text(yearFrom),
                FormRules.text(yearTo),
                FormRules.text(clinicianHours),
                purpose,
                commercialUse,
                ai,
                FormRules.text(periodDays),
                FormRules.text(startBy),
                audience == null ? NeedAudience.VERIFIED.name() : audience,
                hospitals == null
                        ? List.of()
                        : hospitals.stream().map(UUID::toString).toList());
    }
}
