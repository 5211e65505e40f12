package dari.matching;

import dari.matching.permission.UseTerms;
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
 * @param yearFrom first year covered, null when not stated
 * @param yearTo last year covered, null when not stated
 * @param clinicianHours hours a month that clinicians give, null when not stated
 * @param terms the dataset's data-use terms, null when none were recorded
 * @param wants codes of what the hospital wants in return, empty when nothing
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
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        @Nullable UseTerms terms,
        List<String> wants) {

    public Offer {
        modalities = List.copyOf(modalities);
        diseases = List.copyOf(diseases);
        bodyParts = List.copyOf(bodyParts);
        labels = List.copyOf(labels);
        formats = List.copyOf(formats);
        environments = List.copyOf(environments);
        wants = List.copyOf(wants);
    }
}
