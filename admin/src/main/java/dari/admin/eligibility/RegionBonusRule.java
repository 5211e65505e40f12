package dari.admin.eligibility;

import java.util.List;
import java.util.Set;

/**
 * Favours those outside the capital region: never a reason to refuse.
 *
 * @param bonus code of the bonus, whose points are in the call's scoring
 */
public record RegionBonusRule(String bonus) implements EligibilityRule {

    @Override
    public String code() {
        return "region";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of(Fact.REGION);
    }

    @Override
    public Finding judge(Applicant applicant) {
        boolean earned = applicant.all().stream()
                .anyMatch(party -> "OTHER".equals(party.declared().of(Fact.REGION)));
        return earned
                ? new Finding(code(), Finding.State.EARNED, "forms.rule.region.earned", List.of(), bonus)
                : Finding.of(this, Finding.State.NOT_EARNED);
    }
}
