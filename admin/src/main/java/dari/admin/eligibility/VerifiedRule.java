package dari.admin.eligibility;

import java.util.Set;

/** Everybody who takes part has been verified by the office. */
public record VerifiedRule() implements EligibilityRule {

    @Override
    public String code() {
        return "verified";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of();
    }

    @Override
    public Finding judge(Applicant applicant) {
        String unverified = String.join(
                ", ",
                applicant.all().stream()
                        .filter(party -> !party.verified())
                        .map(Applicant.Party::name)
                        .toList());
        return unverified.isEmpty()
                ? Finding.of(this, Finding.State.MET)
                : Finding.of(this, Finding.State.UNMET, unverified);
    }
}
