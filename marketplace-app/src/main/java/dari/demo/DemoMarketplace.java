package dari.demo;

import dari.admin.CallBuilder;
import dari.admin.CallContent;
import dari.admin.CallRules;
import dari.admin.Calls;
import dari.matching.permission.Term;
import dari.matching.permission.UseTerms;
import dari.needs.NeedAudience;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.needs.Needs;
import dari.needs.StartupBackground;
import dari.needs.StartupProfile;
import dari.offers.Arrangements;
import dari.offers.CostItem;
import dari.offers.CostUnit;
import dari.offers.Delivery;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Offers, a need and a call to try the demo with. */
@Component
@Profile("demo")
class DemoMarketplace {

    private final DemoActors actors;
    private final Offers offers;
    private final Needs needs;
    private final Calls calls;
    private final CallBuilder builder;
    private final DemoPanel panel;
    private final Clock clock;
    private final ZoneId seoul;

    DemoMarketplace(
            DemoActors actors,
            Offers offers,
            Needs needs,
            Calls calls,
            CallBuilder builder,
            DemoPanel panel,
            Clock clock,
            ZoneId seoul) {
        this.actors = actors;
        this.offers = offers;
        this.needs = needs;
        this.calls = calls;
        this.builder = builder;
        this.panel = panel;
        this.clock = clock;
        this.seoul = seoul;
    }

    void create() {
        publish(
                "office@neoul.example",
                records(
                        "공통데이터모델 외래·진단 코호트",
                        "Outpatient and diagnosis cohort in OMOP",
                        "외래와 입원 방문, 진단을 OMOP 공통데이터모델 5.3으로 정리한 코호트입니다. 시연용 합성 환자입니다.",
                        "Visits and diagnoses in the OMOP common data model 5.3. Demonstration data of synthetic patients.",
                        "format:omop",
                        2690L,
                        "region:jeonnam",
                        Delivery.HOSTED,
                        "omop"));
        publish(
                "office@mulpure.example",
                records(
                        "전자의무기록 방문·진단 자료",
                        "Encounters and conditions from health records",
                        "전자의무기록에서 뽑은 방문과 진단 자료입니다. 시연용 합성 환자입니다.",
                        "Encounters and conditions from electronic records. Demonstration data of synthetic patients.",
                        "format:csv",
                        1160L,
                        "region:gangwon",
                        Delivery.FILE,
                        "synthea"));
        publish("office@mulpure.example", imaging());
        publish("office@neoul.example", laterYears());
        actors.as("hana@gyeolmaru.example", () -> {
            needs.saveProfile(new StartupProfile(
                    "결마루 케어",
                    "만성질환 환자의 재방문과 재입원 위험을 미리 알려 드립니다.",
                    true,
                    "KR",
                    "II",
                    "planned",
                    "specialty:endocrinology",
                    List.of("return:fee", "return:publication"),
                    new StartupBackground(
                            false,
                            "retrospective",
                            false,
                            "metrics",
                            "자료 과학자 세 사람과 소프트웨어 기술자 네 사람이 함께합니다.",
                            List.of("clinical", "biostatistics"),
                            "applied",
                            "")));
            NeedId id = needs.draft(need());
            needs.showTo(id, NeedAudience.VERIFIED, Set.of());
            needs.publish(id);
            return id;
        });
        actors.as(DemoPeople.ADMINISTRATOR, () -> {
            UUID call = calls.draftVoucher();
            CallContent voucher = calls.show(call).content();
            // The demo's office has two reviewers.
            calls.change(
                    call,
                    new CallContent(
                            voucher.titleKo(),
                            voucher.titleEn(),
                            voucher.summaryKo(),
                            voucher.summaryEn(),
                            voucher.deadline(),
                            voucher.budgetWon(),
                            voucher.ownSharePercent(),
                            2));
            // Each application is decided when it comes, so that a visitor sees one through: no ranked list at the end.
            builder.rules(call, CallRules.PLAIN);
            calls.open(call);
            panel.appoint(call);
            return call;
        });
    }

    private void publish(String office, OfferContent content) {
        actors.as(office, () -> {
            OfferId id = offers.draft(content);
            offers.publish(id);
            return id;
        });
    }

    private static UseTerms healthTerms() {
        return UseTerms.NONE
                .with(Term.HMB_RESEARCH, true)
                .with(Term.LEGAL_BASIS, "pipa-28-2")
                .with(Term.COMMERCIAL_USE, true)
                .with(Term.ETHICS_APPROVAL_REQUIRED, true)
                .with(Term.PUBLICATION_RESULTS, true)
                .with(Term.AI_TRAIN, true)
                .with(Term.AI_GENERATE, false);
    }

    private OfferContent records(
            String titleKo,
            String titleEn,
            String summaryKo,
            String summaryEn,
            String format,
            long persons,
            String region,
            Delivery delivery,
            @Nullable String source) {
        return new OfferContent(
                "kind:data",
                titleKo,
                titleEn,
                summaryKo,
                summaryEn,
                List.of("modality:ehr"),
                List.of(),
                List.of(),
                List.of("label:diagnosis"),
                List.of(format),
                List.of("environment:deidentified"),
                region,
                persons,
                null,
                2009,
                2019,
                4,
                2,
                14,
                healthTerms(),
                List.of("return:fee", "return:publication"),
                5_000_000L,
                180,
                delivery,
                true,
                source,
                LocalDate.now(clock.withZone(seoul)).plusMonths(1),
                new Arrangements(
                        "가상 데스크톱에서 파이썬과 R을 쓸 수 있고 GPU 두 장이 있습니다. 평일 8시에서 20시까지 엽니다.",
                        "A virtual desktop with Python, R and two GPUs, open on weekdays from 8 to 20.",
                        List.of(
                                new CostItem("자료 가공", "Data preparation", 3_000_000, CostUnit.PROJECT, true),
                                new CostItem("분석 환경", "Analysis environment", 250_000, CostUnit.MONTH, true),
                                new CostItem("임상 자문", "Clinical advice", 150_000, CostUnit.HOUR, false))));
    }

    private static OfferContent imaging() {
        return new OfferContent(
                "kind:data",
                "저선량 흉부 CT 폐결절 코호트 2019–2025",
                "Low-dose chest CT pulmonary nodule cohort 2019–2025",
                "건강검진에서 찍은 저선량 흉부 CT와 결절 3 mm 이상의 주석입니다.",
                "Low-dose chest CT from screening, nodules of 3 mm and more annotated.",
                List.of("modality:ldct"),
                List.of("disease:lung-nodule"),
                List.of("bodypart:lung"),
                List.of("label:bbox", "label:report"),
                List.of("format:dicom"),
                List.of("environment:onsite"),
                "region:gangwon",
                3180L,
                12_406L,
                2019,
                2025,
                6,
                2,
                9,
                UseTerms.NONE
                        .with(Term.DISEASE_RESTRICTIONS, List.of("disease:lung-cancer"))
                        .with(Term.LEGAL_BASIS, "pipa-28-2")
                        .with(Term.COMMERCIAL_USE, true)
                        .with(Term.AI_TRAIN, true)
                        .with(Term.AI_WEIGHTS_LEAVE, true),
                List.of("return:fee", "return:model"),
                80_000_000L,
                365,
                Delivery.IN_PLACE,
                false,
                null,
                null,
                Arrangements.NONE);
    }

    private OfferContent laterYears() {
        OfferContent open = records(
                "응급실 방문·검사 자료",
                "Emergency visits and tests",
                "응급실 방문과 검사 결과입니다.",
                "Emergency visits and laboratory results.",
                "format:csv",
                5420L,
                "region:jeonnam",
                Delivery.IN_PLACE,
                null);
        return new OfferContent(
                open.kind(),
                open.titleKo(),
                open.titleEn(),
                open.summaryKo(),
                open.summaryEn(),
                open.modalities(),
                open.diseases(),
                open.bodyParts(),
                open.labels(),
                open.formats(),
                open.environments(),
                open.region(),
                open.persons(),
                null,
                2016,
                2024,
                2,
                1,
                21,
                healthTerms(),
                open.wants(),
                20_000_000L,
                180,
                open.delivery(),
                false,
                null,
                null,
                Arrangements.NONE);
    }

    private NeedContent need() {
        return new NeedContent(
                "만성질환 환자의 재방문 위험 예측",
                "외래와 입원 방문, 진단 이력으로 1년 안의 재방문 위험을 예측하는 모델을 만듭니다.",
                "modality:ehr",
                "",
                "",
                "label:diagnosis",
                List.of("format:omop", "format:csv"),
                List.of("environment:deidentified"),
                List.of(),
                1000L,
                null,
                2012,
                2018,
                null,
                "health",
                true,
                true,
                false,
                false,
                false,
                180,
                LocalDate.now(clock.withZone(seoul)).plusMonths(3));
    }
}
