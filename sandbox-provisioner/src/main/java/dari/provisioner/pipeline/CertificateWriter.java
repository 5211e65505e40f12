package dari.provisioner.pipeline;

import dari.provisioner.Words;
import dari.provisioner.deidentify.PersonSolution;
import dari.provisioner.deidentify.PlannedTable;
import dari.provisioner.deidentify.ScrubbedColumn;
import dari.provisioner.recipe.Preparation;
import dari.provisioner.recipe.PrivacyModel;
import dari.provisioner.recipe.Recipe;
import dari.provisioner.recipe.TableRecipe;
import dari.provisioner.recipe.Treatment;
import dari.provisioner.release.Assessment;
import dari.provisioner.release.Certificate;
import dari.provisioner.tier.TierAssessment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a board member reads. */
final class CertificateWriter {

    /** Name and version of this program; the version of the recipe's meaning, not of a build. */
    static final String TOOL = "dari sandbox-provisioner 0.1";

    private CertificateWriter() {}

    static Certificate write(
            ProvisioningRequest request,
            List<PlannedTable> tables,
            Assessment assessment,
            PersonSolution solution,
            Recount recount,
            LeftOut leftOut,
            List<ScrubbedColumn> scrubbed,
            List<Certificate.TableFacts> facts,
            TierAssessment tier) {
        Recipe recipe = request.recipe();
        PrivacyModel privacy = recipe.privacy();
        boolean asked = privacy.asksAnything();
        List<String> covered = new ArrayList<>();
        List<String> notCovered = new ArrayList<>();
        for (PlannedTable table : tables) {
            for (PlannedTable.Column column : table.columns()) {
                (asked && column.isQuasi() ? covered : notCovered).add(table.name() + "." + column.name());
            }
        }
        return new Certificate(
                1,
                TOOL,
                assessment.madeAt(),
                "deidentify",
                recipe.standard(),
                recipe.hash().hex(),
                recipe.textHash(),
                new Certificate.Guarantee(
                        assessment.kAsked(),
                        recount.k(),
                        asked ? privacy.recoding().name().toLowerCase(Locale.ROOT) : null,
                        diversity(recount),
                        recount.conditions(),
                        recount.classes(),
                        privacy.suppressionLimit(),
                        recount.persons(),
                        solution.suppressed(),
                        leftOut.heldOut()),
                covered,
                notCovered,
                facts,
                assessment.gate(),
                assessment.attacks(),
                request.delivery(),
                request.approvedBy(),
                null,
                tier,
                null,
                limits(recipe, tables, assessment, leftOut, scrubbed),
                request.exclusionsAsOf());
    }

    private static @Nullable String diversity(Recount recount) {
        return recount.conditions().isEmpty()
                ? null
                : recount.conditions().stream()
                        .map(c -> c.label() + "=" + c.asked())
                        .collect(Collectors.joining(", "));
    }

    /**
     * @param heldOut persons withheld for the assessment
     * @param notSampled persons who were not drawn
     * @param sensitiveRows source rows left out because of conditions that need special approval
     */
    record LeftOut(long heldOut, long notSampled, long sensitiveRows) {}

    private static void addPreparation(List<Words> limits, Recipe recipe, LeftOut leftOut) {
        if (leftOut.notSampled() > 0) {
            limits.add(Words.of(
                    "limit.sample",
                    "사람을 무작위로 뽑았습니다(뽑히지 않은 사람: {0}명).",
                    "Persons were drawn at random (not drawn: {0}).",
                    rounded(leftOut.notSampled())));
        }
        Preparation.SensitiveConditions conditions = recipe.preparation().conditions();
        if (conditions == null) {
            return;
        }
        String approval = conditions.approval();
        limits.add(
                approval == null
                        ? Words.of(
                                "limit.conditions",
                                "별도 승인이 필요한 질환의 기록을 뺐습니다(제외한 행: {0}).",
                                "Records of conditions that need special approval were left out (rows: {0}).",
                                rounded(leftOut.sensitiveRows()))
                        : Words.of(
                                "limit.conditionsAllowed",
                                "별도 승인이 필요한 질환의 기록이 들어 있습니다(승인: {0}).",
                                "Holds records of conditions that need special approval (approval: {0}).",
                                approval));
    }

    /** To ten: an exact number would tell whether one more person was left out. */
    private static long rounded(long count) {
        return Math.round(count / 10.0) * 10;
    }

    private static List<Words> limits(
            Recipe recipe,
            List<PlannedTable> tables,
            Assessment assessment,
            LeftOut leftOut,
            List<ScrubbedColumn> scrubbed) {
        List<Words> limits = new ArrayList<>();
        addPreparation(limits, recipe, leftOut);
        for (ScrubbedColumn column : scrubbed) {
            limits.add(Words.of(
                    "limit.scrubbed",
                    "{0}: 글에서 식별정보를 찾아 지웠으나 모두 찾았다고 보장하지 못합니다(판단하지 못해 남긴 곳: {1}, 글: {2}).",
                    "{0}: identifiers were looked for in free text; that all were found is not guaranteed (places left undecided:"
                            + " {1}, in texts: {2}).",
                    column.column(),
                    column.undecided(),
                    column.undecidedTexts()));
        }
        limits.add(Words.of(
                "limit.attacks",
                "공격 시험은 누출을 찾을 수는 있지만 안전함을 증명하지는 못합니다.",
                "An attack can find a leak; it can never prove that there is none."));
        limits.add(Words.of(
                "limit.covered",
                "k는 위에 적힌 준식별 항목에만 적용됩니다. 다른 항목을 아는 사람은 이 보장에 포함되지 않습니다.",
                "k covers the named quasi-identifiers only; whoever knows other columns is outside this guarantee."));
        if (has(tables, Treatment.ShiftDate.class)) {
            limits.add(Words.of(
                    "limit.intervals",
                    "한 사람의 날짜 간격은 그대로입니다. 여러 방문의 정확한 날짜를 아는 공격자는 시험하지 않았습니다.",
                    "Intervals between one person's dates are real; an attacker who knows the exact dates of several visits"
                            + " was not tested."));
        }
        for (PlannedTable table : tables) {
            TableRecipe.History history = table.recipe().history();
            if (history != null) {
                limits.add(Words.of(
                        "limit.history",
                        "{0}: 같은 집단에서 코드 {1}개의 조합을 {2}명 이상이 공유합니다. 더 많은 코드를 아는 공격자는 포함되지 않습니다.",
                        "{0}: any {1} codes are shared by at least {2} persons of a class; knowing more is not covered.",
                        table.name(),
                        history.known(),
                        history.minPersons()));
            }
        }
        if (assessment.gate() == Assessment.Gate.NOT_ASSESSED) {
            limits.add(Words.of("limit.notAssessed", "공격 시험을 하지 않았습니다.", "No attack was run."));
        }
        return limits;
    }

    private static boolean has(List<PlannedTable> tables, Class<? extends Treatment> treatment) {
        return tables.stream()
                .flatMap(t -> t.columns().stream())
                .anyMatch(c -> treatment.isInstance(c.recipe().treatment()));
    }
}
