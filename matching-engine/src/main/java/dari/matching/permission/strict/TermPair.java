package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.Reason;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dataset permits beside what a purpose intends. */
record TermPair(UseTerms dataset, UseTerms purpose) {

    private static final List<Term> PRIMARIES =
            List.of(Term.GENERAL_USE, Term.HMB_RESEARCH, Term.DISEASE_RESTRICTIONS, Term.POPULATION_ORIGINS_ANCESTRY);

    /** How many primary permissions the dataset records; only with exactly one is it clear what is permitted. */
    int primaryPermissions() {
        return (int) PRIMARIES.stream().filter(term -> says(dataset, term)).count();
    }

    /** Whether this is the one primary permission of the dataset. */
    boolean isPrimary(Term term) {
        return primaryPermissions() == 1 && says(dataset, term);
    }

    /** Whether the purpose says what kind of research it is. */
    boolean statesResearch() {
        return purpose.isTrue(Term.METHODS_RESEARCH) || PRIMARIES.stream().anyMatch(term -> says(purpose, term));
    }

    /** The purpose's kind of research decides; when it has none it is asked for. */
    Reason permitIfStated(String rule, Term term) {
        return statesResearch() ? reason(rule, Decision.PERMIT, term) : reason("PURPOSE-UNSET", Decision.ASK, term);
    }

    /** A no where the purpose says so, a question where it says nothing. */
    Reason denyOrAsk(String rule, boolean certain, Term term) {
        return certain ? reason(rule, Decision.DENY, term) : reason(rule + "-UNSET", Decision.ASK, term);
    }

    Reason reason(String rule, Decision effect, Term term) {
        return new Reason(rule, effect, term, shown(dataset, term), shown(purpose, term));
    }

    private static boolean says(UseTerms terms, Term term) {
        return terms.isTrue(term) || !terms.list(term).isEmpty();
    }

    /** Somebody's own words are not repeated. */
    private static @Nullable String shown(UseTerms terms, Term term) {
        Object value = terms.values().get(term);
        return value == null ? null : value instanceof String && !term.isCode() ? "…" : value.toString();
    }
}
