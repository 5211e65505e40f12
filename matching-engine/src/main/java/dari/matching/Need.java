package dari.matching;

import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a startup needs, as the engine compares it. Codes are ids of the vocabulary; an empty list or null asks for
 * nothing.
 *
 * @param id identity of the need
 * @param text free text, Korean or English
 * @param kinds acceptable kinds of collaboration
 * @param formats acceptable formats
 * @param environments acceptable working environments
 * @param regions acceptable regions, broader ones included, e.g. {@code region:noncapital}
 * @param persons least number of persons
 * @param studies least number of studies (examinations)
 * @param yearFrom first year that must be covered; alone, the one year that must be
 * @param yearTo last year that must be covered; alone, the one year that must be
 * @param clinicianHours least hours a month of clinicians
 * @param periodDays days that the work takes
 * @param startBy last day on which the work can begin
 * @param purpose what the use intends
 * @param gives codes of what the startup is ready to give in return
 */
public record Need(
        String id,
        String text,
        List<String> kinds,
        List<String> modalities,
        List<String> diseases,
        List<String> bodyParts,
        List<String> labels,
        List<String> formats,
        List<String> environments,
        List<String> regions,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        @Nullable Integer periodDays,
        @Nullable LocalDate startBy,
        UseTerms purpose,
        List<String> gives) {

    public Need {
        kinds = List.copyOf(kinds);
        modalities = List.copyOf(modalities);
        diseases = List.copyOf(diseases);
        bodyParts = List.copyOf(bodyParts);
        labels = List.copyOf(labels);
        formats = List.copyOf(formats);
        environments = List.copyOf(environments);
        regions = List.copyOf(regions);
        gives = List.copyOf(gives);
    }

    /** A need that asks for no studies and sets no dates. */
    public Need(
            String id,
            String text,
            List<String> kinds,
            List<String> modalities,
            List<String> diseases,
            List<String> bodyParts,
            List<String> labels,
            List<String> formats,
            List<String> environments,
            List<String> regions,
            @Nullable Long persons,
            @Nullable Integer yearFrom,
            @Nullable Integer yearTo,
            @Nullable Integer clinicianHours,
            UseTerms purpose,
            List<String> gives) {
        this(
                id,
                text,
                kinds,
                modalities,
                diseases,
                bodyParts,
                labels,
                formats,
                environments,
                regions,
                persons,
                null,
                yearFrom,
                yearTo,
                clinicianHours,
                null,
                null,
                purpose,
                gives);
    }

    /** The codes that offers are looked for by. */
    public List<String> codes() {
        return Stream.of(diseases, modalities, bodyParts, labels)
                .flatMap(List::stream)
                .toList();
    }
}
