package dari.admin.design;

import dari.admin.eligibility.ConsortiumRule;
import dari.admin.eligibility.DebarmentRule;
import dari.admin.eligibility.DuplicateFundingRule;
import dari.admin.eligibility.Eligibility;
import dari.admin.eligibility.EligibilityRule;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.RegionBonusRule;
import dari.admin.eligibility.SizeLimits;
import dari.admin.eligibility.SizeRule;
import dari.admin.eligibility.TaxRule;
import dari.admin.eligibility.VerifiedRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        @Nullable Boolean region,
        @Nullable Map<SizeLimits.Industry, String> small,
        @Nullable Map<SizeLimits.Industry, String> medium) {

    private static final long HUNDRED_MILLION = 100_000_000L;
    private static final long MOST = 100_000;

    static EligibilityForm of(Eligibility eligibility) {
        return new EligibilityForm(
                eligibility.rule(SizeRule.class).map(SizeRule::allowed).orElse(Set.of()),
                eligibility.rule(TaxRule.class).isPresent(),
                eligibility.rule(TaxRule.class).map(TaxRule::evidence).orElse(""),
                eligibility.rule(DuplicateFundingRule.class).isPresent(),
                eligibility.rule(DebarmentRule.class).isPresent(),
                eligibility
                        .rule(ConsortiumRule.class)
                        .map(ConsortiumRule::leastMembers)
                        .orElse(0)
                        .toString(),
                eligibility.rule(RegionBonusRule.class).isPresent(),
                typed(limits(eligibility), SizeLimits.Line::smallWon),
                typed(limits(eligibility), SizeLimits.Line::mediumWon));
    }

    void check(BindingResult errors) {
        if (Typed.number(leastMembers, 0, 10).isEmpty()) {
            errors.rejectValue("leastMembers", "calls.members.bad");
        }
        checkLimits(errors);
    }

    /** @param questions ids of the form's file questions; evidence that is none of them is not asked for */
    Eligibility toEligibility(List<String> questions) {
        List<EligibilityRule> rules = new ArrayList<>();
        rules.add(new VerifiedRule());
        if (sizes != null && !sizes.isEmpty()) {
            rules.add(new SizeRule(sizes, SizeLimits.USUAL.with(lines())));
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

    private static SizeLimits limits(Eligibility eligibility) {
        return eligibility.rule(SizeRule.class).map(SizeRule::limits).orElse(SizeLimits.USUAL);
    }

    private static Map<SizeLimits.Industry, String> typed(SizeLimits limits, ToLongFunction<SizeLimits.Line> won) {
        Map<SizeLimits.Industry, String> typed = new EnumMap<>(SizeLimits.Industry.class);
        limits.byIndustry()
                .forEach(line -> typed.put(line.industry(), Long.toString(won.applyAsLong(line) / HUNDRED_MILLION)));
        return typed;
    }

    private Map<SizeLimits.Industry, SizeLimits.Line> lines() {
        Map<SizeLimits.Industry, SizeLimits.Line> lines = new EnumMap<>(SizeLimits.Industry.class);
        for (SizeLimits.Industry industry : SizeLimits.Industry.values()) {
            lines.put(industry, line(industry));
        }
        return lines;
    }

    /** As typed; what was not stays as it usually is. */
    private SizeLimits.Line line(SizeLimits.Industry industry) {
        SizeLimits.Line usual = SizeLimits.USUAL.line(industry);
        return new SizeLimits.Line(
                industry,
                won(small, industry).orElse(usual.smallWon()),
                won(medium, industry).orElse(usual.mediumWon()));
    }

    private static Optional<Long> won(@Nullable Map<SizeLimits.Industry, String> typed, SizeLimits.Industry industry) {
        String figure = typed == null ? null : typed.get(industry);
        return Typed.number(figure, 0, MOST).map(hundreds -> hundreds * HUNDRED_MILLION);
    }

    private void checkLimits(BindingResult errors) {
        for (SizeLimits.Industry industry : SizeLimits.Industry.values()) {
            boolean bad = Stream.of(small, medium)
                    .filter(Objects::nonNull)
                    .map(typed -> typed.get(industry))
                    .anyMatch(figure ->
                            figure != null && Typed.number(figure, 0, MOST).isEmpty());
            if (bad || line(industry).smallWon() > line(industry).mediumWon()) {
                errors.rejectValue("small", "checks.limits.bad");
                return;
            }
        }
    }

    /** Names of the chosen sizes, for the boxes. */
    public Set<String> chosen() {
        return sizes == null ? Set.of() : sizes.stream().map(FirmSize::name).collect(Collectors.toSet());
    }
}
