package dari.admin.eligibility;

import java.util.Set;

/** Only firms of these sizes; hospitals that take part are not measured. */
public record SizeRule(Set<FirmSize> allowed) implements EligibilityRule {

    public SizeRule {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public String code() {
        return "size";
    }

    @Override
    public Set<Fact> asks() {
        return Set.of(Fact.SIZE);
    }

    @Override
    public Finding judge(Applicant applicant) {
        return all(
                applicant.all().stream().filter(Applicant.Party::firm).toList(),
                Fact.SIZE,
                size -> allowed.contains(FirmSize.valueOf(size)));
    }
}
