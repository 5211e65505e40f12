package dari.admin.eligibility;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Only firms of these sizes; hospitals that take part are not measured.
 *
 * @param limits which figures make a firm small or medium; null in calls that were opened before there were any
 */
public record SizeRule(Set<FirmSize> allowed, @Nullable SizeLimits limits) implements EligibilityRule {

    public SizeRule {
        allowed = Set.copyOf(allowed);
        limits = Objects.requireNonNullElse(limits, SizeLimits.USUAL);
    }

    public SizeRule(Set<FirmSize> allowed) {
        this(allowed, null);
    }

    @Override
    public SizeLimits limits() {
        return Objects.requireNonNullElse(limits, SizeLimits.USUAL);
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
