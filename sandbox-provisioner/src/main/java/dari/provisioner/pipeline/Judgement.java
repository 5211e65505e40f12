package dari.provisioner.pipeline;

import dari.provisioner.Words;
import dari.provisioner.deidentify.PersonSolution;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Decides, from what was measured, whether a release may go on, and says every reason. */
final class Judgement {

    private Judgement() {}

    /**
     * @param persons persons who were to be released
     */
    static Decision decide(
            Recipe recipe,
            PersonSolution solution,
            Recount recount,
            long persons,
            List<Assessment.AttackResult> attacks) {
        List<Words> faults = new ArrayList<>();
        PrivacyModel privacy = recipe.privacy();
        double suppressed = persons == 0 ? 0 : (double) solution.suppressed() / persons;
        if (recount.persons() == 0) {
            faults.add(Words.of("gate.nobody", "내보낼 수 있는 사람이 없습니다.", "Nobody could be released."));
        }
        if (suppressed > privacy.suppressionLimit() + 1e-9) {
            faults.add(Words.of(
                    "gate.suppression",
                    "제외한 사람의 비율이 한도를 넘습니다(비율: {0}, 한도: {1}).",
                    "More persons would be left out than the limit allows (share: {0}, limit: {1}).",
                    percent(suppressed),
                    percent(privacy.suppressionLimit())));
        }
        if (privacy.k() > 1 && recount.k() < privacy.k()) {
            faults.add(Words.of(
                    "gate.k",
                    "다시 세어 보니 가장 작은 집단이 요구한 k보다 작습니다(k: {0}, 측정: {1}).",
                    "A recount finds a class smaller than k (asked: {0}, measured: {1}).",
                    privacy.k(),
                    recount.k()));
        }
        for (Certificate.Condition condition : recount.conditions()) {
            if (!condition.holds()) {
                faults.add(Words.of(
                        "gate.condition",
                        "다시 세어 보니 지켜지지 않는 조건이 있습니다(조건: {0}, 요구: {1}, 측정: {2}).",
                        "A recount finds a condition that is not kept (condition: {0}, asked: {1}, measured: {2}).",
                        condition.label(),
                        condition.asked(),
                        String.format(Locale.ROOT, "%.4f", condition.measured())));
            }
        }
        if (recipe.assessment().required() && attacks.isEmpty()) {
            faults.add(Words.of(
                    "gate.noAttack",
                    "레시피에 공격자가 아는 항목이 없어 공격 시험을 할 수 없습니다.",
                    "No attack could be run: the recipe names nothing that an attacker knows."));
        }
        return decide(recipe, attacks, faults);
    }

    /** For what was invented: nobody is in a class. */
    static Assessment assessment(Recipe recipe, List<Assessment.AttackResult> attacks, Instant at) {
        List<Words> faults = new ArrayList<>();
        if (recipe.assessment().required() && attacks.isEmpty()) {
            faults.add(
                    Words.of(
                            "gate.tooFew",
                            "사람이 너무 적어 공격 시험을 할 수 없습니다. 사용한 사람과 따로 떼어 둔 사람이 각각 100명 이상 필요합니다.",
                            "No attack could be run, since there are too few persons: each needs 100, those used and those withheld."));
        }
        Decision decision = decide(recipe, attacks, faults);
        return new Assessment(
                1,
                recipe.hash().hex(),
                at,
                decision.gate(),
                decision.reasons(),
                0,
                0,
                recipe.assessment().holdout(),
                attacks,
                null);
    }

    private static Decision decide(Recipe recipe, List<Assessment.AttackResult> attacks, List<Words> faults) {
        attacks.forEach(attack -> faults.addAll(faultsOf(attack)));
        if (!faults.isEmpty()) {
            return new Decision(Assessment.Gate.HELD, faults);
        }
        return recipe.assessment().required()
                ? new Decision(
                        Assessment.Gate.PASSED,
                        List.of(Words.of(
                                "gate.passed",
                                "모든 한도를 지켰고 공격 시험 {0}건을 통과했습니다.",
                                "Every limit was kept and {0} attacks were withstood.",
                                attacks.size())))
                : new Decision(
                        Assessment.Gate.NOT_ASSESSED,
                        List.of(Words.of(
                                "gate.notAssessed",
                                "레시피가 공격 시험을 요구하지 않았습니다. 이 결과는 제공할 수 없습니다.",
                                "The recipe asks for no attacks; this release can never become ready.")));
    }

    private static List<Words> faultsOf(Assessment.AttackResult attack) {
        return switch (attack.verdict()) {
            case PASSED -> List.of();
            case FAILED ->
                List.of(Words.of(
                        "gate.attack",
                        "공격이 성공했습니다(공격: {0}, 성공률의 상한: {1}, 초과 성공률의 상한: {2}).",
                        "An attack succeeds (attack: {0}, upper bounds of its success: {1}, of the excess: {2}).",
                        attack.attack(),
                        percent(attack.release().successUpper()),
                        percent(attack.release().upper())));
            case NOT_BELIEVABLE ->
                List.of(Words.of(
                        "gate.controls",
                        "대조 시험이 예상과 달라 결과를 믿을 수 없습니다(공격: {0}).",
                        "A control did not behave, so the attack counts for nothing (attack: {0}).",
                        attack.attack()));
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    /** @param reasons faults when held, else what was confirmed */
    record Decision(Assessment.Gate gate, List<Words> reasons) {}
}
