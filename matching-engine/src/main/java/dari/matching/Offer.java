package dari.matching;

import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hospital offers, as the engine compares it. Codes are ids of the vocabulary, e.g. {@code modality:ct}.
 *
 * @param id identity within the index
 * @param kind code of the kind of collaboration
 * @param title title in one or both languages
 * @param text free text in one or both languages
 * @param region code of the hospital's region, null when unknown
 * @param persons number of persons in the dataset, null when not stated
 * @param studies number of studies (examinations) in the dataset, null when not stated
 * @param yearFrom first year covered, null when not stated
 * @param yearTo last year covered, null when not stated
 * @param clinicianHours hours a month that clinicians give, null when not stated
 * @param accessDays days that access lasts, null when not stated
 * @param capacity how many projects the hospital takes on at a time, null when not stated
 * @param freeFrom first day on which the hospital can begin, null when not stated
 * @param terms the dataset's data-use terms, null when none were recorded
 * @param wants codes of what the hospital wants in return, empty when nothing
 * @param hospital identity of the hospital, null when not stated; offers of one hospital share its exposure
 */
public record Offer(
        String id,
        String kind,
        String title,
        String text,
        List<String> modalities,
        List<String> diseases,
        List<String> bodyParts,
        List<String> labels,
        List<String> formats,
        List<String> environments,
        @Nullable String region,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        @Nullable Integer accessDays,
        @Nullable Integer capacity,
        @Nullable LocalDate freeFrom,
        @Nullable UseTerms terms,
        List<String> wants,
        @Nullable String hospital) {

    public Offer {
        modalities = List.copyOf(modalities);
        diseases = List.copyOf(diseases);
        bodyParts = List.copyOf(bodyParts);
        labels = List.copyOf(labels);
        formats = List.copyOf(formats);
        environments = List.copyOf(environments);
        wants = List.copyOf(wants);
    }

    /** An offer that says nothing of studies, of dates and capacity, and of whose it is. */
    public Offer(
            String id,
            String kind,
            String title,
            String text,
            List<String> modalities,
            List<String> diseases,
            List<String> bodyParts,
            List<String> labels,
            List<String> formats,
            List<String> environments,
            @Nullable String region,
            @Nullable Long persons,
            @Nullable Integer yearFrom,
            @Nullable Integer yearTo,
            @Nullable Integer clinicianHours,
            @Nullable UseTerms terms,
            List<String> wants) {
        this(
                id,
                kind,
                title,
                text,
                modalities,
                diseases,
                bodyParts,
                labels,
                formats,
                environments,
                region,
                persons,
                null,
                yearFrom,
                yearTo,
                clinicianHours,
                null,
                null,
                null,
                terms,
                wants,
                null);
    }

    /** Whose exposure this offer counts for: the hospital's, or its own when no hospital is stated. */
    public String holder() {
        return hospital == null ? id : hospital;
    }
}
