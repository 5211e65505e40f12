package dari.admin.design;

import dari.admin.eligibility.ConsortiumRule;
import dari.admin.eligibility.DebarmentRule;
import dari.admin.eligibility.DuplicateFundingRule;
import dari.admin.eligibility.Eligibility;
import dari.admin.eligibility.EligibilityRule;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.RegionBonusRule;
import dari.admin.eligibility.SizeRule;
import dari.admin.eligibility.TaxRule;
import dari.admin.eligibility.VerifiedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Which rules a call has, as ticked. That organisations are verified is asked by every call. */
record EligibilityForm(
        @Nullable Set<FirmSize> sizes,
        @Nullable Boolean tax,
        @Nullable String evidence,
        @Nullable Boolean duplicate,
        @Nullable Boolean debarment,
        @Nullable String leastMembers,
        @Nullable Boolean region) {

    static EligibilityForm of(Eligibility eligibility) {
        return new EligibilityForm(
                rule(eligibility, SizeRule.class).map(SizeRule::allowed).orElse(Set.of()),
                rule(eligibility, TaxRule.class).isPresent(),
                rule(eligibility, TaxRule.class).map(TaxRule::evidence).orElse(""),
                rule(eligibility, DuplicateFundingRule.class).isPresent(),
                rule(eligibility, DebarmentRule.class).isPresent(),
                rule(eligibility, ConsortiumRule.class)
                        .map(ConsortiumRule::leastMembers)
                        .orElse(0)
                        .toString(),
                rule(eligibility, RegionBonusRule.class).isPresent());
    }

    void check(BindingResult errors) {
        if (Typed.number(leastMembers, 0, 10).isEmpty()) {
            errors.rejectValue("leastMembers", "calls.members.bad");
        }
    }

    /** @param questions ids of the form's file questions; evidence that is none of them is not asked for */
    Eligibility toEligibility(List<String> questions) {
        List<EligibilityRule> rules = new ArrayList<>();
        rules.add(new VerifiedRule());
        if (sizes != null && !sizes.isEmpty()) {
            rules.add(new SizeRule(sizes));
        }
        if (Typed.isTicked(tax)) {
            String asked = Typed.text(evidence);
            rules.add(new TaxRule(questions.contains(asked) ? asked : ""));
        }
        if (Typed.isTicked(duplicate)) {
            rules.add(new DuplicateFundingRule());
        }
        if (Typed.isTicked(debarment)) {
            rules.add(new DebarmentRule());
        }
        int least = Typed.number(leastMembers, 0, 10).orElse(0L).intValue();
        if (least > 0) {
            rules.add(new ConsortiumRule(least));
        }
        if (Typed.isTicked(region)) {
            rules.add(new RegionBonusRule("region"));
        }
        return new Eligibility(rules);
    }

    /** Names of the chosen sizes, for the boxes. */
    public Set<String> chosen() {
        return sizes == null ? Set.of() : sizes.stream().map(FirmSize::name).collect(Collectors.toSet());
    }

    private static <T extends EligibilityRule> Optional<T> rule(Eligibility eligibility, Class<T> kind) {
        return eligibility.rules().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
