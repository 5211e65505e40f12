package dari.matching.permission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dari's rules. A certain no outranks a question, a question outranks a yes; what is unset is asked, never assumed. They
 * refuse more than the published matcher: what is broader than the consent, modifiers that are not met, AI uses that the
 * terms do not name.
 */
final class StrictRules implements PermissionRules {

    static final String VERSION = "strict-1";

    private static final List<Term> PRIMARIES =
            List.of(Term.GENERAL_USE, Term.HMB_RESEARCH, Term.DISEASE_RESTRICTIONS, Term.POPULATION_ORIGINS_ANCESTRY);

    /** AI uses that a purpose may intend and a dataset may permit, with the rule that compares them. */
    private static final Map<Term, String> AI_USES = Map.of(
            Term.AI_TRAIN, "AI-TRAIN",
            Term.AI_FINE_TUNE, "AI-FINE-TUNE",
            Term.AI_GENERATE, "AI-GENERATE",
            Term.AI_WEIGHTS_LEAVE, "AI-WEIGHTS",
            Term.AI_LLM_USE, "AI-LLM");

    /** Topics for which a person looks at the purpose, and which a dataset may be limited to. */
    static final List<Term> TOPICS = List.of(
            Term.CONTROLS,
            Term.POPULATION,
            Term.GENDER,
            Term.PEDIATRIC,
            Term.VULNERABLE_POPULATIONS,
            Term.ILLEGAL_BEHAVIOR,
            Term.SEXUAL_DISEASES,
            Term.PSYCHOLOGICAL_TRAITS,
            Term.NOT_HEALTH,
            Term.STIGMATIZE_DISEASES);

    private final DiseaseHierarchy diseases;

    /** Every rule, in the order in which its reasons are shown. */
    private final List<Rule> rules = List.of(
            this::forbiddenUse,
            this::primaryPermission,
            this::methods,
            this::nonProfit,
            this::nonCommercial,
            this::geneticStudies,
            this::geography,
            this::legalBasis,
            this::artificialIntelligence,
            this::modelDuties,
            this::topics,
            this::freeText,
            this::duties);

    StrictRules(DiseaseHierarchy diseases) {
        this.diseases = diseases;
    }

    @FunctionalInterface
    private interface Rule {
        void look(UseTerms dataset, UseTerms purpose, Findings findings);
    }

    private static final class Findings {
        private final List<Reason> reasons = new ArrayList<>();
        private final List<Duty> duties = new ArrayList<>();

        void add(String rule, Decision effect, Term term, UseTerms dataset, UseTerms purpose) {
            reasons.add(new Reason(rule, effect, term, shown(dataset, term), shown(purpose, term)));
        }

        /** A no where the purpose says so, a question where it says nothing. */
        void denyOrAsk(String rule, boolean certain, Term term, UseTerms dataset, UseTerms purpose) {
            add(certain ? rule : rule + "-UNSET", certain ? Decision.DENY : Decision.ASK, term, dataset, purpose);
        }

        private static @Nullable String shown(UseTerms terms, Term term) {
            Object value = terms.values().get(term);
            return value == null ? null : value instanceof String && !term.isCode() ? "…" : value.toString();
        }
    }

    @Override
    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose) {
        Findings findings = new Findings();
        UseTerms terms = dataset == null ? UseTerms.NONE : dataset;
        rules.forEach(rule -> rule.look(terms, purpose, findings));
        Decision decision = findings.reasons.stream()
                .map(Reason::effect)
                .max(Comparator.naturalOrder())
                .orElse(Decision.ASK);
        List<Reason> decidingFirst = findings.reasons.stream()
                .sorted(Comparator.comparing(Reason::effect).reversed())
                .toList();
        return new PermissionDecision(decision, decidingFirst, findings.duties, VERSION);
    }

    private void forbiddenUse(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (!purpose.list(Term.FORBIDDEN_USE).isEmpty()) {
            findings.add("FORBIDDEN", Decision.DENY, Term.FORBIDDEN_USE, dataset, purpose);
        }
    }

    private void primaryPermission(UseTerms dataset, UseTerms purpose, Findings findings) {
        List<Term> given = PRIMARIES.stream()
                .filter(term -> dataset.isTrue(term) || !dataset.list(term).isEmpty())
                .toList();
        if (given.size() != 1) {
            findings.add(
                    given.isEmpty() ? "PRIMARY-NONE" : "PRIMARY-SEVERAL",
                    Decision.ASK,
                    Term.GENERAL_USE,
                    dataset,
                    purpose);
            return;
        }
        switch (given.get(0)) {
            case GENERAL_USE ->
                findings.add(
                        isStated(purpose) ? "GRU" : "PURPOSE-UNSET",
                        isStated(purpose) ? Decision.PERMIT : Decision.ASK,
                        Term.GENERAL_USE,
                        dataset,
                        purpose);
            case HMB_RESEARCH -> health(dataset, purpose, findings);
            case DISEASE_RESTRICTIONS -> disease(dataset, purpose, findings);
            default -> ancestry(dataset, purpose, findings);
        }
    }

    /** Whether the purpose says what kind of research it is. */
    private static boolean isStated(UseTerms purpose) {
        return purpose.isTrue(Term.METHODS_RESEARCH)
                || PRIMARIES.stream()
                        .anyMatch(term ->
                                purpose.isTrue(term) || !purpose.list(term).isEmpty());
    }

    private void health(UseTerms dataset, UseTerms purpose, Findings findings) {
        Term term = Term.HMB_RESEARCH;
        if (purpose.isTrue(Term.NOT_HEALTH)) {
            findings.add("HMB-NOT-HEALTH", Decision.DENY, Term.NOT_HEALTH, dataset, purpose);
        } else if (purpose.isTrue(Term.GENERAL_USE)) {
            findings.add("HMB-GENERAL", Decision.DENY, Term.GENERAL_USE, dataset, purpose);
        } else if (purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            findings.add("HMB-ANCESTRY", Decision.DENY, Term.POPULATION_ORIGINS_ANCESTRY, dataset, purpose);
        } else if (purpose.isTrue(Term.HMB_RESEARCH)
                || !purpose.list(Term.DISEASE_RESTRICTIONS).isEmpty()
                || purpose.isTrue(Term.METHODS_RESEARCH)) {
            findings.add("HMB", Decision.PERMIT, term, dataset, purpose);
        } else {
            findings.add("PURPOSE-UNSET", Decision.ASK, term, dataset, purpose);
        }
    }

    private void disease(UseTerms dataset, UseTerms purpose, Findings findings) {
        Term term = Term.DISEASE_RESTRICTIONS;
        List<String> wanted = purpose.list(term);
        if (purpose.isTrue(Term.GENERAL_USE) || purpose.isTrue(Term.POPULATION_ORIGINS_ANCESTRY)) {
            findings.add("DS-BROADER", Decision.DENY, term, dataset, purpose);
        } else if (wanted.isEmpty()) {
            boolean stated = purpose.isTrue(Term.HMB_RESEARCH) || purpose.isTrue(Term.METHODS_RESEARCH);
            findings.add(
                    stated ? "DS-BROADER" : "PURPOSE-UNSET",
                    stated ? Decision.DENY : Decision.ASK,
                    term,
                    dataset,
                    purpose);
        } else if (areWithin(wanted, dataset)) {
            findings.add("DS", Decision.PERMIT, term, dataset, purpose);
        } else if (wanted.stream().allMatch(diseases::knows)) {
            findings.add("DS-OUTSIDE", Decision.DENY, term, dataset, purpose);
        } else {
            findings.add("DS-UNKNOWN", Decision.ASK, term, dataset, purpose);
        }
    }

    private static void ancestry(UseTerms dataset, UseTerms purpose, Findings findings) {
        Term term = Term.POPULATION_ORIGINS_ANCESTRY;
        boolean more = purpose.isTrue(Term.GENERAL_USE)
                || purpose.isTrue(Term.HMB_RESEARCH)
                || !purpose.list(Term.DISEASE_RESTRICTIONS).isEmpty();
        if (purpose.isTrue(term) && !more) {
            findings.add("POA", Decision.PERMIT, term, dataset, purpose);
        } else {
            findings.add(
                    isStated(purpose) ? "POA-OUTSIDE" : "PURPOSE-UNSET",
                    isStated(purpose) ? Decision.DENY : Decision.ASK,
                    term,
                    dataset,
                    purpose);
        }
    }

    private void methods(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isFalse(Term.METHODS_RESEARCH) && purpose.isTrue(Term.METHODS_RESEARCH)) {
            List<String> wanted = purpose.list(Term.DISEASE_RESTRICTIONS);
            if (wanted.isEmpty() || !areWithin(wanted, dataset)) {
                findings.add("NMDS", Decision.DENY, Term.METHODS_RESEARCH, dataset, purpose);
            }
        }
    }

    private boolean areWithin(List<String> wanted, UseTerms dataset) {
        List<String> permitted = dataset.list(Term.DISEASE_RESTRICTIONS);
        return wanted.stream().allMatch(disease -> diseases.isWithin(disease, permitted));
    }

    /** NPU and NPUNCU: a for-profit user is refused. */
    private void nonProfit(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isTrue(Term.NON_PROFIT_USE) && !purpose.isTrue(Term.NON_PROFIT_USE)) {
            boolean forProfit = purpose.isFalse(Term.NON_PROFIT_USE) || purpose.isTrue(Term.COMMERCIAL_USE);
            findings.denyOrAsk("NPU", forProfit, Term.NON_PROFIT_USE, dataset, purpose);
        }
    }

    /** NCU forbids the commercial use, not the commercial user. */
    private void nonCommercial(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isFalse(Term.COMMERCIAL_USE) && !purpose.isFalse(Term.COMMERCIAL_USE)) {
            findings.denyOrAsk("NCU", purpose.isTrue(Term.COMMERCIAL_USE), Term.COMMERCIAL_USE, dataset, purpose);
        }
    }

    private void geneticStudies(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isTrue(Term.GENETIC_STUDIES_ONLY) && !purpose.isTrue(Term.GENETIC_STUDIES_ONLY)) {
            findings.denyOrAsk(
                    "GSO", purpose.isFalse(Term.GENETIC_STUDIES_ONLY), Term.GENETIC_STUDIES_ONLY, dataset, purpose);
        }
    }

    /** A restriction written as country codes is compared; any other wording is for a person. */
    private void geography(UseTerms dataset, UseTerms purpose, Findings findings) {
        String allowed = dataset.text(Term.GEOGRAPHICAL_RESTRICTIONS);
        if (allowed == null) {
            return;
        }
        String country = purpose.text(Term.ACCESS_COUNTRY);
        boolean codes = allowed.matches("[A-Za-z]{2}([ ,]+[A-Za-z]{2})*");
        if (!codes || country == null) {
            findings.add("GS-ASK", Decision.ASK, Term.GEOGRAPHICAL_RESTRICTIONS, dataset, purpose);
        } else if (!List.of(allowed.toUpperCase(Locale.ROOT).split("[ ,]+")).contains(country)) {
            findings.add("GS", Decision.DENY, Term.GEOGRAPHICAL_RESTRICTIONS, dataset, purpose);
        }
    }

    /** Pseudonymised data of Korean patients: research at home (PIPA 28-2), no access from abroad (28-8). */
    private void legalBasis(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (!"pipa-28-2".equals(dataset.text(Term.LEGAL_BASIS))) {
            return;
        }
        if (!isStated(purpose)) {
            boolean saysOther = purpose.isSet(Term.OTHER) || purpose.isTrue(Term.NOT_HEALTH);
            findings.denyOrAsk("PIPA-28-2", saysOther, Term.LEGAL_BASIS, dataset, purpose);
        }
        String country = purpose.text(Term.ACCESS_COUNTRY);
        if (country == null) {
            findings.add("PIPA-28-8-UNSET", Decision.ASK, Term.ACCESS_COUNTRY, dataset, purpose);
        } else if (!country.equals("KR")) {
            findings.add("PIPA-28-8", Decision.DENY, Term.ACCESS_COUNTRY, dataset, purpose);
        }
    }

    private void artificialIntelligence(UseTerms dataset, UseTerms purpose, Findings findings) {
        AI_USES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(use -> purpose.isTrue(use.getKey()))
                .forEach(use -> {
                    Boolean permitted = dataset.flag(use.getKey());
                    if (permitted == null) {
                        findings.add(use.getValue() + "-UNSET", Decision.ASK, use.getKey(), dataset, purpose);
                    } else {
                        findings.add(
                                use.getValue() + (permitted ? "-OK" : ""),
                                permitted ? Decision.PERMIT : Decision.DENY,
                                use.getKey(),
                                dataset,
                                purpose);
                    }
                });
    }

    /** What the hospital wants back of the model: promised, or it becomes a duty; refused, there is no agreement. */
    private void modelDuties(UseTerms dataset, UseTerms purpose, Findings findings) {
        refusal("AI-RETURN", Term.AI_MODEL_RETURNED, dataset, purpose, findings);
        refusal("AI-RETRAIN", Term.AI_RETRAIN_AFTER_WITHDRAWAL, dataset, purpose, findings);
    }

    private static void refusal(String rule, Term term, UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isTrue(term) && purpose.isFalse(term)) {
            findings.add(rule, Decision.DENY, term, dataset, purpose);
        }
    }

    private void topics(UseTerms dataset, UseTerms purpose, Findings findings) {
        for (Term topic : TOPICS) {
            if (purpose.speaksOf(topic)) {
                findings.add("TOPIC", Decision.ASK, topic, dataset, purpose);
            } else if (dataset.speaksOf(topic)) {
                findings.add("TOPIC-LIMIT", Decision.ASK, topic, dataset, purpose);
            }
        }
    }

    private void freeText(UseTerms dataset, UseTerms purpose, Findings findings) {
        if (dataset.isSet(Term.OTHER) || dataset.isSet(Term.SECONDARY_OTHER)) {
            findings.add("OTHER", Decision.ASK, Term.OTHER, dataset, purpose);
        }
    }

    private void duties(UseTerms dataset, UseTerms purpose, Findings findings) {
        Map<Term, Duty> modifiers = Map.of(
                Term.ETHICS_APPROVAL_REQUIRED, Duty.ETHICS_APPROVAL,
                Term.COLLABORATOR_REQUIRED, Duty.COLLABORATION,
                Term.PUBLICATION_RESULTS, Duty.PUBLICATION,
                Term.AI_MODEL_RETURNED, Duty.MODEL_RETURN,
                Term.AI_RETRAIN_AFTER_WITHDRAWAL, Duty.RETRAIN_AFTER_WITHDRAWAL);
        findings.duties.addAll(modifiers.entrySet().stream()
                .filter(modifier -> dataset.isTrue(modifier.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.toList()));
        if (dataset.isSet(Term.PUBLICATION_MORATORIUM)) {
            findings.duties.add(Duty.PUBLICATION_MORATORIUM);
        }
    }
}
