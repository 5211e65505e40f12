package dari.admin.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All rules of a call. */
public record Eligibility(List<EligibilityRule> rules) {

    /** Only verified organisations: what every call asks. */
    public static final Eligibility PLAIN = new Eligibility(List.of(new VerifiedRule()));

    public Eligibility {
        rules = List.copyOf(rules);
    }

    public List<Finding> judge(Applicant applicant) {
        return rules.stream().map(rule -> rule.judge(applicant)).toList();
    }

    /** What every party must declare, in one order. */
    public Set<Fact> asks() {
        Set<Fact> asked = new TreeSet<>(Comparator.comparingInt(Fact::ordinal));
        rules.forEach(rule -> asked.addAll(rule.asks()));
        return asked;
    }

    public boolean asksForPartners() {
        return rules.stream().anyMatch(rule -> rule instanceof ConsortiumRule);
    }
}
