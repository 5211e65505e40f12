package dari.admin.eligibility;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One rule of a call. Rules are data: a call keeps those that it wants, with their figures. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "rule")
@JsonSubTypes({
    @JsonSubTypes.Type(value = VerifiedRule.class, name = "verified"),
    @JsonSubTypes.Type(value = SizeRule.class, name = "size"),
    @JsonSubTypes.Type(value = TaxRule.class, name = "tax"),
    @JsonSubTypes.Type(value = DuplicateFundingRule.class, name = "duplicate"),
    @JsonSubTypes.Type(value = DebarmentRule.class, name = "debarment"),
    @JsonSubTypes.Type(value = ConsortiumRule.class, name = "consortium"),
    @JsonSubTypes.Type(value = RegionBonusRule.class, name = "region")
})
public sealed interface EligibilityRule
        permits VerifiedRule, SizeRule, TaxRule, DuplicateFundingRule, DebarmentRule, ConsortiumRule, RegionBonusRule {

    String code();

    /** What the applicants must declare so that the rule can answer. */
    Set<Fact> asks();

    Finding judge(Applicant applicant);

    /** Holds for everybody who takes part: one unknown leaves it open, one failure decides it. */
    default Finding all(List<Applicant.Party> parties, Fact fact, Predicate<String> allowed) {
        List<String> unmet = parties.stream()
                .filter(party -> party.declared().of(fact) != null)
                .filter(party -> !allowed.test(String.valueOf(party.declared().of(fact))))
                .map(Applicant.Party::name)
                .toList();
        if (!unmet.isEmpty()) {
            return Finding.of(this, Finding.State.UNMET, String.join(", ", unmet));
        }
        List<String> unknown = parties.stream()
                .filter(party -> party.declared().of(fact) == null)
                .map(Applicant.Party::name)
                .toList();
        return unknown.isEmpty()
                ? Finding.of(this, Finding.State.MET)
                : Finding.of(this, Finding.State.UNKNOWN, String.join(", ", unknown));
    }
}
