package dari.admin.eligibility;

import java.util.Set;

/**
 * The lead does not come alone.
 *
 * @param leastMembers organisations that confirmed, beside the lead; the partner hospital is one of them
 */
public record ConsortiumRule(int leastMembers) implements EligibilityRule {

    @Override
    public String code() {
        return "consortium";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of();
    }

    @Override
    public Finding judge(Applicant applicant) {
        int present = applicant.members().size() + applicant.partners();
        return Finding.of(
                this,
                present >= leastMembers ? Finding.State.MET : Finding.State.UNMET,
                Integer.toString(present),
                Integer.toString(leastMembers));
    }
}
