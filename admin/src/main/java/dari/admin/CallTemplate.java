package dari.admin;

import dari.admin.PlannedMilestone.Holder;
import dari.admin.eligibility.ConsortiumRule;
import dari.admin.eligibility.DebarmentRule;
import dari.admin.eligibility.DuplicateFundingRule;
import dari.admin.eligibility.Eligibility;
import dari.admin.eligibility.FirmSize;
import dari.admin.eligibility.RegionBonusRule;
import dari.admin.eligibility.SizeRule;
import dari.admin.eligibility.TaxRule;
import dari.admin.eligibility.VerifiedRule;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a new call starts from: almost nothing, or Korea's medical-AI data voucher of 2026 (DOMAIN.md section 1). */
final class CallTemplate {

    private static final long MILLION = 1_000_000L;

    /** Days from the first to the last step, as the reference program takes them. */
    private static final int DEADLINE = 30;

    private static final int REVIEWED = 51;
    private static final int PRESENTED = 58;
    private static final int DECIDED = 65;

    private CallTemplate() {}

    static CallDesign plain(ZoneId zone) {
        return new CallDesign(
                new CallDates(zone, null, null, null),
                Funding.PLAIN,
                Eligibility.PLAIN,
                FormDefinition.PLAIN,
                Rubric.voucher(),
                CallRules.PLAIN,
                List.of());
    }

    static CallContent voucherContent(LocalDate today) {
        return new CallContent(
                "의료 AI 데이터 활용 바우처",
                "Medical AI data voucher",
                "의료 인공지능 기업이 병원의 데이터를 안전하게 활용하도록 가공과 분석 비용을 지원합니다. 기업이 대표로 신청하고 병원이 함께합니다." + " 비수도권 기관과 함께하면 우대합니다.",
                "Supports medical-AI companies in using hospital data safely by paying for its preparation and"
                        + " analysis. A company leads and hospitals take part. Partners outside the capital region are"
                        + " favoured.",
                today.plusDays(DEADLINE),
                6400 * MILLION,
                25,
                5);
    }

    static CallDesign voucher(LocalDate today, ZoneId zone) {
        return new CallDesign(
                new CallDates(zone, today, today.plusDays(REVIEWED), today.plusDays(DECIDED)),
                new Funding(
                        Map.of(FirmSize.SMALL, 15, FirmSize.MEDIUM, 25),
                        List.of(
                                track("large", "대형", "Large", 320, 10),
                                track("middle", "중형", "Medium", 160, 10),
                                track("small", "소형", "Small", 80, 20)),
                        VoucherForm.PRICE),
                new Eligibility(List.of(
                        new VerifiedRule(),
                        new SizeRule(Set.of(FirmSize.SMALL, FirmSize.MEDIUM)),
                        new TaxRule(VoucherForm.TAX_CERTIFICATE),
                        new DuplicateFundingRule(),
                        new DebarmentRule(),
                        new ConsortiumRule(1),
                        new RegionBonusRule("region"))),
                VoucherForm.form(),
                Rubric.voucher(),
                new CallRules(
                        new CallRules.Scoring(true, 60, Map.of("region", 3)),
                        new CallRules.Reserve(5, 7),
                        new CallRules.Presentation(today.plusDays(PRESENTED), 20, LocalTime.of(10, 0)),
                        40,
                        true),
                List.of(
                        milestone("agreement", "세 당사자 협약", "Three-party agreement", Holder.STARTUP, 14, false),
                        milestone("midterm", "중간 점검", "Mid-term check", Holder.STARTUP, 120, false),
                        milestone("final", "최종 평가", "Final evaluation", Holder.PROGRAM, 240, false),
                        milestone("settlement", "정산", "Settlement", Holder.STARTUP, 270, true)));
    }

    private static Funding.Track track(String code, String ko, String en, long millions, int places) {
        return new Funding.Track(code, new LocalText(ko, en), millions * MILLION, places);
    }

    private static PlannedMilestone milestone(
            String code, String ko, String en, Holder holder, int days, boolean pays) {
        return new PlannedMilestone(code, new LocalText(ko, en), holder, days, pays);
    }
}
