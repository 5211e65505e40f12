package dari.admin.eligibility;

import java.util.Set;

/** Nobody is shut out from public research funding. */
public record DebarmentRule() implements EligibilityRule {

    @Override
    public String code() {
        return "debarment";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of(Fact.DEBARRED);
    }

    @Override
    public Finding judge(Applicant applicant) {
        return all(applicant.all(), Fact.DEBARRED, "NO"::equals);
    }
}
