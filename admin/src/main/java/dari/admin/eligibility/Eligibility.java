package dari.admin.eligibility;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /**
     * What one party must declare.
     *
     * @param firm whether it is a company: a hospital is not asked how large it is
     */
    public Set<Fact> asks(boolean firm) {
        Set<Fact> asked = asks();
        if (!firm) {
            asked.remove(Fact.SIZE);
        }
        return asked;
    }

    /** The rule of this kind, where the call has it. */
    public <T extends EligibilityRule> Optional<T> rule(Class<T> kind) {
        return rules.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    public boolean asksForPartners() {
        return rules.stream().anyMatch(rule -> rule instanceof ConsortiumRule);
    }
}
