package dari.offers;

import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers to plain questions as data-use terms (DUO and Dari's AI terms), and back. Not answered is not decided. */
public final class PlainTerms {

    static final String ETHICS = "ethics";
    private static final String COLLABORATION = "collaboration";
    private static final String PUBLICATION = "publication";
    private static final String MODEL = "model";
    private static final String RETRAIN = "retrain";
    static final List<String> DUTIES = List.of(ETHICS, COLLABORATION, PUBLICATION, MODEL, RETRAIN);

    private static final String HEALTH = "health";

    private PlainTerms() {}

    static UseTerms of(OfferForm form, List<String> diseases) {
        UseTerms terms = UseTerms.NONE;
        terms = switch (Objects.requireNonNullElse(form.primary(), HEALTH)) {
            case "general" -> terms.with(Term.GENERAL_USE, true);
            case "disease" -> terms.with(Term.DISEASE_RESTRICTIONS, diseases);
            default -> terms.with(Term.HMB_RESEARCH, true);
        };
        terms = written(terms, Term.LEGAL_BASIS, form.legalBasis());
        terms = ticked(terms, Term.NON_PROFIT_USE, form.nonProfitOnly());
        terms = decided(terms, Term.COMMERCIAL_USE, form.commercialUse());
        terms = decided(terms, Term.AI_TRAIN, form.aiTrain());
        terms = decided(terms, Term.AI_FINE_TUNE, form.aiFineTune());
        terms = decided(terms, Term.AI_GENERATE, form.aiGenerate());
        terms = decided(terms, Term.AI_WEIGHTS_LEAVE, form.aiWeightsLeave());
        terms = decided(terms, Term.METHODS_RESEARCH, form.methods());
        terms = ticked(terms, Term.GENETIC_STUDIES_ONLY, form.geneticOnly());
        terms = written(terms, Term.GEOGRAPHICAL_RESTRICTIONS, upper(form.countries()));
        terms = written(terms, Term.PUBLICATION_MORATORIUM, form.quietUntil());
        for (String duty : Objects.requireNonNullElse(form.duties(), List.<String>of())) {
            terms = terms.with(dutyTerm(duty), true);
        }
        return terms;
    }

    public static String primary(UseTerms terms) {
        if (terms.isTrue(Term.GENERAL_USE)) {
            return "general";
        }
        return terms.isTrue(Term.HMB_RESEARCH) ? HEALTH : "disease";
    }

    public static List<String> duties(UseTerms terms) {
        return DUTIES.stream().filter(duty -> terms.isTrue(dutyTerm(duty))).toList();
    }

    /** yes, no, or empty when it is not decided. */
    static String answer(UseTerms terms, Term term) {
        Boolean flag = terms.flag(term);
        return flag == null ? "" : flag ? "yes" : "no";
    }

    static String text(UseTerms terms, Term term) {
        return Objects.requireNonNullElse(terms.text(term), "");
    }

    private static Term dutyTerm(String duty) {
        return switch (duty) {
            case ETHICS -> Term.ETHICS_APPROVAL_REQUIRED;
            case COLLABORATION -> Term.COLLABORATOR_REQUIRED;
            case PUBLICATION -> Term.PUBLICATION_RESULTS;
            case MODEL -> Term.AI_MODEL_RETURNED;
            default -> Term.AI_RETRAIN_AFTER_WITHDRAWAL;
        };
    }

    private static UseTerms decided(UseTerms terms, Term term, @Nullable String answer) {
        return answer == null || answer.isEmpty() ? terms : terms.with(term, answer.equals("yes"));
    }

    private static UseTerms ticked(UseTerms terms, Term term, @Nullable Boolean tick) {
        return Boolean.TRUE.equals(tick) ? terms.with(term, true) : terms;
    }

    private static UseTerms written(UseTerms terms, Term term, @Nullable String text) {
        return text == null || text.isBlank() ? terms : terms.with(term, text.strip());
    }

    private static @Nullable String upper(@Nullable String countries) {
        return countries == null ? null : countries.toUpperCase(Locale.ROOT);
    }
}
