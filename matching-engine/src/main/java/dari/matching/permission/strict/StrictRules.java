package dari.matching.permission.strict;

import dari.matching.permission.Decision;
import dari.matching.permission.DiseaseHierarchy;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.PermissionRules;
import dari.matching.permission.Reason;
import dari.matching.permission.UseTerms;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dari's rules. A certain no outranks a question, a question outranks a yes; what is unset is asked, never assumed. They
 * refuse more than the published matcher: what is broader than the consent, modifiers that are not met, AI uses that the
 * terms do not name.
 */
public final class StrictRules implements PermissionRules {

    /** Raised with every change of what is decided, so that stored decisions can be run again. */
    public static final String VERSION = "strict-1";

    /** Every rule, in the order in which its reasons are shown. */
    private final List<Rule> rules;

    public StrictRules(DiseaseHierarchy diseases) {
        this.rules = List.of(
                new ForbiddenUses(),
                new OnePrimaryPermission(),
                new GeneralResearch(),
                new HealthResearch(),
                new DiseaseResearch(diseases),
                new AncestryResearch(),
                new NoAncestryResearch(),
                new NoMethodsDevelopment(diseases),
                new NonProfitUsersOnly(),
                new NoCommercialUse(),
                new GeneticStudiesOnly(),
                new PermittedCountries(),
                new ResearchOnPseudonymisedData(),
                new NoAccessFromAbroad(),
                new AiUses(),
                new RefusedDuties(),
                new PublicationMoratorium(),
                new SensitiveTopics(),
                new ConditionsInWords());
    }

    @Override
    public PermissionDecision decide(@Nullable UseTerms dataset, UseTerms purpose) {
        TermPair pair = new TermPair(dataset == null ? UseTerms.NONE : dataset, purpose);
        List<Reason> strictestFirst = rules.stream()
                .flatMap(rule -> rule.look(pair).stream())
                .sorted(Comparator.comparing(Reason::effect).reversed())
                .toList();
        Decision decision =
                strictestFirst.isEmpty() ? Decision.ASK : strictestFirst.get(0).effect();
        return new PermissionDecision(decision, strictestFirst, Duties.of(pair), VERSION);
    }
}
