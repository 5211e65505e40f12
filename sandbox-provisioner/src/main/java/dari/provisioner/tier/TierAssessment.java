package dari.provisioner.tier;

import dari.provisioner.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The tier of a release with every reason, in the order in which they counted. The rule is the guideline's as far as it was
 * read: the environment gives the tier, each raising or lowering circumstance moves it by one step; a third party's use never
 * becomes {@link RiskTier#LOW}.
 *
 * @param leastReviewers people who review it at least
 * @param reasons at least one
 */
public record TierAssessment(RiskTier tier, int leastReviewers, List<Words> reasons) {

    public TierAssessment {
        reasons = List.copyOf(reasons);
    }

    public static TierAssessment of(TierFacts facts) {
        List<Words> reasons = new ArrayList<>();
        boolean own = facts.environment() == TierFacts.Environment.OWN_USE;
        RiskTier tier = own
                ? RiskTier.LOW
                : facts.environment() == TierFacts.Environment.CONTROLLED ? RiskTier.MEDIUM : RiskTier.HIGH;
        reasons.add(environment(facts.environment()));
        for (TierFacts.Content content : TierFacts.Content.values()) {
            if (facts.contents().contains(content)) {
                tier = tier.raised();
                reasons.add(content(content));
            }
        }
        for (TierFacts.Relief relief : TierFacts.Relief.values()) {
            if (facts.reliefs().contains(relief)) {
                boolean least = tier == RiskTier.MEDIUM && !own;
                tier = least ? tier : tier.lowered();
                reasons.add(relief(relief));
            }
        }
        return new TierAssessment(tier, tier.leastReviewers(), reasons);
    }

    private static Words environment(TierFacts.Environment environment) {
        return switch (environment) {
            case OWN_USE ->
                Words.of("tier.ownUse", "기관이 직접 이용합니다: 저위험에서 시작합니다.", "The hospital uses it itself: starts at low.");
            case CONTROLLED ->
                Words.of(
                        "tier.controlled",
                        "제3자가 기관이 통제하는 환경에서 이용합니다: 중위험에서 시작합니다.",
                        "A third party uses it in an environment that the hospital controls: starts at medium.");
            case UNCONTROLLED ->
                Words.of(
                        "tier.uncontrolled",
                        "제3자가 기관이 통제하지 않는 환경에서 이용합니다: 고위험입니다.",
                        "A third party uses it in an environment that the hospital does not control: high.");
            case UNSTATED ->
                Words.of(
                        "tier.unstated",
                        "제공 방식을 알 수 없어 파일로 내보내는 것으로 보았습니다: 고위험입니다.",
                        "How it is handed over was not said; taken for a file that is sent out: high.");
        };
    }

    private static Words content(TierFacts.Content content) {
        return switch (content) {
            case SENSITIVE_CONDITIONS ->
                Words.of(
                        "tier.sensitive",
                        "별도 승인이 필요한 질환의 기록이 있어 한 단계 올립니다.",
                        "Holds conditions that need special approval: one step up.");
            case UNSTRUCTURED ->
                Words.of(
                        "tier.unstructured",
                        "자유 서술 등 비정형 자료가 있어 한 단계 올립니다.",
                        "Holds free text or other data without a form: one step up.");
        };
    }

    private static Words relief(TierFacts.Relief relief) {
        return switch (relief) {
            case REPEATED_USE ->
                Words.of(
                        "tier.repeated",
                        "같은 목적의 반복 이용이어서 한 단계 내립니다(제3자 이용은 중위험 미만이 될 수 없음).",
                        "The same use as reviewed before: one step down, for a third party never below medium.");
            case DESIGNATED_BODY ->
                Words.of(
                        "tier.designated",
                        "지정된 안전한 기관이 이용하므로 한 단계 내립니다(제3자 이용은 중위험 미만이 될 수 없음).",
                        "The recipient is a designated safe body: one step down, for a third party never below medium.");
        };
    }
}
