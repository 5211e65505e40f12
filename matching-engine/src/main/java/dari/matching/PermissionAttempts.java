package dari.matching;

import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.matching.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What either side could do about a reason of the permission that is a no or a question. */
final class PermissionAttempts {

    /**
     * Legal grounds on which the hospital itself decides what its data serve. What patients consented to is not the
     * hospital's to widen, and without a recorded ground nobody knows.
     */
    private static final Set<String> HOSPITALS_OWN = Set.of("pipa-28-2", "anonymous");

    private static final String KOREA = "KR";

    private final Vocabulary vocabulary;

    PermissionAttempts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    List<Attempt> of(Need need, Offer offer, Reason reason) {
        UseTerms terms = offer.terms() == null ? UseTerms.NONE : offer.terms();
        List<Attempt> attempts = new ArrayList<>(ofStartup(need.purpose(), terms, reason));
        String ground = terms.text(Term.LEGAL_BASIS);
        if (ground != null && HOSPITALS_OWN.contains(ground)) {
            attempts.addAll(ofWideningHospital(need.purpose(), terms, reason));
        }
        switch (reason.rule()) {
            case "AI-RETURN" ->
                attempts.add(Attempt.ofTerms(
                        "waive-model-return", List.of(), Effort.OPEN, t -> t.without(Term.AI_MODEL_RETURNED)));
            case "PIPA-28-8" ->
                attempts.add(Attempt.ofTerms(
                        "record-ground-abroad", List.of(), Effort.GROUND, t -> t.with(Term.LEGAL_BASIS, "consent")));
            default -> {}
        }
        return attempts;
    }

    private List<Attempt> ofStartup(UseTerms purpose, UseTerms terms, Reason reason) {
        Term term = reason.term();
        return switch (reason.rule()) {
            case "FORBIDDEN" -> purpose("drop-forbidden-use", Effort.REORGANISE, p -> p.without(Term.FORBIDDEN_USE));
            case "HMB-GENERAL" -> purpose("narrow-to-health", Effort.NARROW, PermissionAttempts::health);
            case "HMB-NOT-HEALTH" -> purpose("turn-to-health", Effort.REORGANISE, PermissionAttempts::health);
            case "HMB-ANCESTRY", "NPOA" ->
                purpose("drop-ancestry", Effort.NARROW, p -> p.without(Term.POPULATION_ORIGINS_ANCESTRY));
            case "DS-BROADER", "DS-OUTSIDE" -> narrowToDisease(purpose, terms);
            case "NMDS" -> purpose("drop-methods", Effort.NARROW, p -> p.without(Term.METHODS_RESEARCH));
            case "NPU" -> purpose("non-profit-lead", Effort.REORGANISE, p -> p.with(Term.NON_PROFIT_USE, true));
            case "NCU" -> purpose("drop-commercial-use", Effort.NARROW, p -> p.with(Term.COMMERCIAL_USE, false));
            case "PIPA-28-2" ->
                purpose("turn-to-research", Effort.REORGANISE, p -> health(p).without(Term.OTHER));
            case "PIPA-28-8" -> workFrom(KOREA, Effort.REORGANISE);
            case "GS" -> workFrom(permittedCountry(terms), Effort.REORGANISE);
            case "AI-TRAIN", "AI-FINE-TUNE", "AI-GENERATE", "AI-WEIGHTS", "AI-LLM" ->
                purpose("drop-" + reason.rule(), Effort.NARROW, p -> p.with(term, false));
            case "AI-TRAIN-UNSET", "AI-FINE-TUNE-UNSET", "AI-GENERATE-UNSET", "AI-WEIGHTS-UNSET", "AI-LLM-UNSET" ->
                purpose("drop-" + decided(reason), Effort.NARROW, p -> p.with(term, false));
            case "AI-RETURN", "AI-RETRAIN" -> purpose("agree-" + reason.rule(), Effort.SAY, p -> p.with(term, true));
            case "DUTY-REFUSED" -> purpose("accept-" + term.field(), Effort.SAY, p -> p.with(term, true));
            case "NCU-UNSET" -> purpose("say-non-commercial", Effort.SAY, p -> p.with(term, false));
            case "NPU-UNSET" -> purpose("say-non-profit", Effort.SAY, p -> p.with(term, true));
            case "GSO-UNSET" -> purpose("say-genetic", Effort.SAY, p -> p.with(term, true));
            case "PIPA-28-8-UNSET" -> sayCountry(KOREA);
            case "GS-ASK" -> purpose.isSet(Term.ACCESS_COUNTRY) ? List.of() : sayCountry(permittedCountry(terms));
            case "PURPOSE-UNSET", "PIPA-28-2-UNSET" ->
                terms.list(Term.DISEASE_RESTRICTIONS).isEmpty()
                        ? purpose("say-health", Effort.SAY, p -> p.with(Term.HMB_RESEARCH, true))
                        : narrowToDisease(purpose, terms);
            default -> List.of();
        };
    }

    /** What a board of the hospital may decide, where the ground of the data leaves it to the hospital. */
    private List<Attempt> ofWideningHospital(UseTerms purpose, UseTerms terms, Reason reason) {
        Term term = reason.term();
        return switch (reason.rule()) {
            case "AI-TRAIN", "AI-FINE-TUNE", "AI-GENERATE", "AI-WEIGHTS", "AI-LLM" ->
                terms("allow-" + reason.rule(), t -> t.with(term, true));
            case "AI-TRAIN-UNSET", "AI-FINE-TUNE-UNSET", "AI-GENERATE-UNSET", "AI-WEIGHTS-UNSET", "AI-LLM-UNSET" ->
                terms("allow-" + decided(reason), t -> t.with(term, true));
            case "HMB-GENERAL", "HMB-NOT-HEALTH" ->
                terms(
                        "permit-general-research",
                        t -> t.without(Term.HMB_RESEARCH).with(Term.GENERAL_USE, true));
            case "DS-BROADER" ->
                terms(
                        "permit-health-research",
                        t -> t.without(Term.DISEASE_RESTRICTIONS).with(Term.HMB_RESEARCH, true));
            case "DS-OUTSIDE" -> {
                List<String> outside = purpose.list(Term.DISEASE_RESTRICTIONS).stream()
                        .filter(disease -> !isWithinAny(disease, terms.list(Term.DISEASE_RESTRICTIONS)))
                        .toList();
                yield List.of(Attempt.ofTerms(
                        "permit-disease",
                        List.of(String.join(",", outside)),
                        Effort.PERMIT,
                        t -> t.with(
                                Term.DISEASE_RESTRICTIONS,
                                Stream.concat(t.list(Term.DISEASE_RESTRICTIONS).stream(), outside.stream())
                                        .toList())));
            }
            case "NMDS" -> terms("permit-methods", t -> t.without(Term.METHODS_RESEARCH));
            case "NPU" -> terms("admit-for-profit", t -> t.without(Term.NON_PROFIT_USE));
            case "NCU" -> terms("permit-commercial-use", t -> t.with(Term.COMMERCIAL_USE, true));
            case "GS" -> {
                String country = purpose.text(Term.ACCESS_COUNTRY);
                String allowed = terms.text(Term.GEOGRAPHICAL_RESTRICTIONS);
                yield List.of(Attempt.ofTerms(
                        "permit-country",
                        List.of(String.valueOf(country)),
                        Effort.PERMIT,
                        t -> t.with(Term.GEOGRAPHICAL_RESTRICTIONS, allowed + ", " + country)));
            }
            case "PRIMARY-NONE" -> terms("record-health-research", t -> t.with(Term.HMB_RESEARCH, true));
            default -> List.of();
        };
    }

    /** The part of the purpose that lies in what the consent names, on either side's wording. */
    private List<Attempt> narrowToDisease(UseTerms purpose, UseTerms terms) {
        List<String> permitted = terms.list(Term.DISEASE_RESTRICTIONS);
        List<String> wanted = purpose.list(Term.DISEASE_RESTRICTIONS);
        List<String> common = wanted.isEmpty()
                ? permitted
                : Stream.concat(
                                wanted.stream().filter(disease -> isWithinAny(disease, permitted)),
                                permitted.stream().filter(disease -> isWithinAny(disease, wanted)))
                        .distinct()
                        .toList();
        if (common.isEmpty()) {
            return List.of();
        }
        return List.of(Attempt.ofPurpose(
                "narrow-to-disease",
                List.of(String.join(",", common)),
                Effort.NARROW,
                p -> p.without(Term.GENERAL_USE)
                        .without(Term.POPULATION_ORIGINS_ANCESTRY)
                        .with(Term.DISEASE_RESTRICTIONS, common)));
    }

    private boolean isWithinAny(String disease, List<String> listed) {
        return listed.stream().anyMatch(broad -> vocabulary.isWithin(disease, broad));
    }

    private static UseTerms health(UseTerms purpose) {
        return purpose.without(Term.GENERAL_USE).without(Term.NOT_HEALTH).with(Term.HMB_RESEARCH, true);
    }

    /** Korea where it is permitted, else the first country that is. */
    private static String permittedCountry(UseTerms terms) {
        String allowed = terms.text(Term.GEOGRAPHICAL_RESTRICTIONS);
        List<String> codes = allowed == null
                ? List.of()
                : List.of(allowed.toUpperCase(Locale.ROOT).split("[ ,]+"));
        return codes.isEmpty() || codes.contains(KOREA) ? KOREA : codes.get(0);
    }

    private static List<Attempt> workFrom(String country, Effort effort) {
        return List.of(Attempt.ofPurpose(
                country.equals(KOREA) ? "work-in-korea" : "work-from",
                List.of(country),
                effort,
                p -> p.with(Term.ACCESS_COUNTRY, country)));
    }

    private static List<Attempt> sayCountry(String country) {
        return List.of(Attempt.ofPurpose(
                "say-country", List.of(country), Effort.SAY, p -> p.with(Term.ACCESS_COUNTRY, country)));
    }

    /** The rule of a use that is not decided on, as it is called once it is. */
    private static String decided(Reason reason) {
        return reason.rule().substring(0, reason.rule().length() - "-UNSET".length());
    }

    private static List<Attempt> purpose(String code, Effort effort, UnaryOperator<UseTerms> change) {
        return List.of(Attempt.ofPurpose(code, List.of(), effort, change));
    }

    private static List<Attempt> terms(String code, UnaryOperator<UseTerms> change) {
        return List.of(Attempt.ofTerms(code, List.of(), Effort.PERMIT, change));
    }
}
