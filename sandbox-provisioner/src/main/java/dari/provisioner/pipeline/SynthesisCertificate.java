package dari.provisioner.pipeline;

import dari.provisioner.Words;
import dari.provisioner.privacy.AccountState;
import dari.provisioner.privacy.Rho;
import dari.provisioner.recipe.Constraint;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.Synthesis;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.release.Dictionary;
import dari.provisioner.tier.TierAssessment;
import dari.provisioner.tier.TierFacts;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a board member reads about an invented table or invented histories. */
final class SynthesisCertificate {

    /** Version of the rules by which noise is accounted for, not of a build. */
    static final String ACCOUNTANT =
            "dari zCDP accountant 1 (exact rationals; conversion of Canonne, Kamath and Steinke 2020)";

    private static final int EPSILON_DECIMALS = 4;

    private SynthesisCertificate() {}

    /**
     * What was paid, and for what.
     *
     * @param account as it stood afterwards
     * @param refinementShare of the price that divided codes, at most
     * @param distances of the released columns; null where they are not told
     */
    record Spent(
            Rho price,
            AccountState account,
            double refinementShare,
            @Nullable List<Certificate.Distance> distances) {

        Certificate.Account afterwards() {
            return new Certificate.Account(
                    account.limit().toDecimal().toPlainString(),
                    account.spent().toDecimal().toPlainString(),
                    account.epsilon().toPlainString(),
                    account.epsilonSpent()
                            .setScale(EPSILON_DECIMALS, RoundingMode.CEILING)
                            .toPlainString());
        }
    }

    static Certificate write(
            ProvisioningRequest request,
            Synthesis synthesis,
            Spent spent,
            Assessment assessment,
            List<Dictionary.Table> described) {
        Recipe recipe = request.recipe();
        List<String> columns = described.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .toList();
        return new Certificate(
                1,
                CertificateWriter.TOOL,
                assessment.madeAt(),
                "synthesize",
                recipe.standard(),
                recipe.hash().hex(),
                recipe.textHash(),
                new Certificate.Guarantee(0, 0, null, null, List.of(), null, 0, 0, 0, 0),
                List.of(),
                columns,
                described.stream()
                        .map(table -> new Certificate.TableFacts(
                                table.name(), table.rows(), table.columns().size(), 0, List.of()))
                        .toList(),
                assessment.gate(),
                assessment.attacks(),
                request.delivery(),
                request.approvedBy(),
                synthesis.epsilon().doubleValue(),
                TierAssessment.of(new TierFacts(TierReading.environment(request.delivery()), Set.of(), Set.of())),
                new Certificate.Synthesis(
                        synthesis.epsilon().toPlainString(),
                        synthesis.delta().toPlainString(),
                        spent.price().toDecimal().toPlainString(),
                        synthesis.unit().name().toLowerCase(Locale.ROOT),
                        synthesis.rowsPerPerson(),
                        synthesis.mechanism().name().toLowerCase(Locale.ROOT),
                        ACCOUNTANT,
                        synthesis.dataset(),
                        synthesis.population(),
                        Words.of(
                                "synthesis.covers",
                                "ε는 이 합성 데이터에만 적용됩니다. 프로필, 공격 시험의 점수, 보류 여부의 결정에는 적용되지 않습니다.",
                                "The epsilon covers the synthetic data alone: not profiles, not scores of attacks, not the decision"
                                        + " to hold."),
                        spent.afterwards(),
                        spent.distances()),
                limits(synthesis, spent.refinementShare(), assessment),
                request.exclusionsAsOf());
    }

    private static List<Words> limits(Synthesis synthesis, double refinementShare, Assessment assessment) {
        List<Words> limits = new ArrayList<>();
        limits.add(Words.of(
                "limit.invented",
                "행은 지어낸 것입니다. 잡음을 더한 집계를 따르며, 측정하지 않은 관계는 실제와 다를 수 있습니다.",
                "The rows are invented: they follow counts with noise, and relations that were not measured may differ from the real"
                        + " ones."));
        if (synthesis.history() != null) {
            limits.add(Words.of(
                    "limit.contribution",
                    "환자 한 사람의 기여 한도: 환자 행 1개, 무작위로 고른 방문과 표별 기록 각각 최대 {0}개, 표별 코드 벡터의 크기 최대 √{1}.",
                    "What one patient adds at most: one row of the person table, {0} of the contacts and of the rows of each clinical"
                            + " table, drawn at random, and to the counts of each table's codes a vector of norm √{1}.",
                    synthesis.rowsPerPerson(),
                    synthesis.history().codesPerPerson()));
        } else if (synthesis.unit() == Synthesis.Unit.PERSON) {
            limits.add(Words.of(
                    "limit.rowsPerPerson",
                    "한 사람의 행 가운데 무작위로 고른 일부만 반영했습니다(최대: {0}행).",
                    "Of each person only rows drawn at random counted (at most: {0}).",
                    synthesis.rowsPerPerson()));
        } else {
            limits.add(Words.of(
                    "limit.unitRow",
                    "보장은 행 하나에 대한 것입니다. 한 사람의 행이 여럿이면 그 사람에 대한 보장은 약해집니다.",
                    "The guarantee is about one row: it weakens for a person who has several."));
        }
        if (synthesis.history() != null) {
            limits.add(Words.of(
                    "limit.order",
                    "지어낸 모든 이력이 지키는 사실: 태어난 해와 기간 안에서만 기록되고, 끝은 시작보다 빠르지 않으며, 기록은 그 방문 안에서 시작합니다.",
                    "Facts that every invented history keeps: nothing before the year of birth or outside the period, no end before its"
                            + " start, records begin inside their visit."));
        }
        if (!synthesis.constraints().isEmpty()) {
            limits.add(Words.of(
                    "limit.facts",
                    "레시피가 밝힌 공개된 사실이며 지어낸 모든 행이 지킵니다. 데이터에서 배운 것이 아닙니다: {0}",
                    "Public facts that the recipe declares; every invented row keeps them, and none was learned from the data: {0}",
                    synthesis.constraints().stream().map(Constraint::words).collect(Collectors.joining("; "))));
        }
        if (synthesis.history() != null && assessment.gate() != Assessment.Gate.NOT_ASSESSED) {
            limits.add(Words.of(
                    "limit.historyFacts",
                    "공격 시험에서 환자 한 사람은 한 행입니다: 환자 항목, 처음과 마지막 방문의 달과 종류, 방문의 수와 간격, 표별 기록의 수,"
                            + " 흔한 코드의 유무, 가장 드문 코드와 마지막 코드. 그 밖의 순서와 날짜는 시험하지 않았습니다.",
                    "In the attacks a patient was one row: the person's columns, month and kind of the first and last contact, number"
                            + " and pace of contacts, and per table the number of rows, which frequent codes, the rarest and the latest"
                            + " code. Other orders and days were not tried."));
        }
        if (refinementShare > 0) {
            limits.add(Words.of(
                    "limit.refined",
                    "예산의 최대 {0}%를 다음 열의 코드를 나누는 데 썼습니다. 더 나누지 않은 코드 안에서는 값이 고르게 퍼져 있습니다: {1}",
                    "At most {0} % of the budget went to divide the codes of: {1}. Inside codes that were not divided further, values"
                            + " are spread evenly.",
                    String.format(Locale.ROOT, "%.1f", refinementShare * 100),
                    synthesis.refined().stream()
                            .filter(r -> r.hierarchy() == null)
                            .map(r -> r.column().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
        }
        if (assessment.gate() == Assessment.Gate.NOT_ASSESSED) {
            limits.add(Words.of("limit.notAssessed", "공격 시험을 하지 않았습니다.", "No attack was run."));
        }
        return limits;
    }
}
