package dari.admin.eligibility;

import java.util.Set;

/** Nobody is paid for the same work by another program. */
public record DuplicateFundingRule() implements EligibilityRule {

    @Override
    public String code() {
        return "duplicate";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of(Fact.DUPLICATE_FUNDING);
    }

    @Override
    public Finding judge(Applicant applicant) {
        return all(applicant.all(), Fact.DUPLICATE_FUNDING, "NO"::equals);
    }
}
