package dari.needs;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a startup needs, as one revision. Codes are ids of the matching vocabulary, empty when anything will do.
 *
 * @param title one line that names it
 * @param text free text, Korean or English
 * @param studies least number of studies, null when none are asked for; needs of before it was asked have none
 * @param purpose code of the purpose: health, disease, general or methods
 * @param periodDays days that the work takes
 * @param startBy wished start: last day on which the work can begin, null when any will do; needs of before it was asked
 *     have none
 */
public record NeedContent(
        String title,
        String text,
        String modality,
        String disease,
        String bodyPart,
        String label,
        List<String> formats,
        List<String> environments,
        List<String> regions,
        @Nullable Long persons,
        @Nullable Long studies,
        @Nullable Integer yearFrom,
        @Nullable Integer yearTo,
        @Nullable Integer clinicianHours,
        String purpose,
        boolean commercialUse,
        boolean aiTrain,
        boolean aiFineTune,
        boolean aiGenerate,
        boolean aiWeightsLeave,
        int periodDays,
        @Nullable LocalDate startBy) {

    /** The need as the matching engine compares it. */
    public dari.matching.Need forMatching(String id, StartupProfile profile) {
        return new dari.matching.Need(
                id,
                title + "\n" + text,
                List.of(),
                code(modality),
                code(disease),
                code(bodyPart),
                code(label),
                formats,
                environments,
                regions,
                persons,
                studies,
                yearFrom,
                yearTo,
                clinicianHours,
                periodDays,
                startBy,
                terms(profile),
                profile.gives());
    }

    private UseTerms terms(StartupProfile profile) {
        UseTerms terms = UseTerms.NONE
                .with(Term.NON_PROFIT_USE, !profile.forProfit())
                .with(Term.ACCESS_COUNTRY, profile.country())
                .with(Term.COMMERCIAL_USE, commercialUse)
                .with(Term.AI_TRAIN, aiTrain)
                .with(Term.AI_FINE_TUNE, aiFineTune)
                .with(Term.AI_GENERATE, aiGenerate)
                .with(Term.AI_WEIGHTS_LEAVE, aiWeightsLeave);
        return switch (purpose) {
            case "general" -> terms.with(Term.GENERAL_USE, true);
            case "methods" -> terms.with(Term.METHODS_RESEARCH, true).with(Term.HMB_RESEARCH, true);
            case "disease" ->
                disease.isEmpty()
                        ? terms.with(Term.HMB_RESEARCH, true)
                        : terms.with(Term.HMB_RESEARCH, true).with(Term.DISEASE_RESTRICTIONS, List.of(disease));
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
    }

    private static List<String> code(String code) {
        return Stream.of(code).filter(c -> !c.isEmpty()).toList();
    }
}
