package dari.demo;

import dari.admin.checks.DebarmentEntry;
import dari.admin.checks.Debarments;
import dari.admin.checks.FiguresView;
import dari.admin.checks.FirmFigureBook;
import dari.admin.checks.OutsideAwards;
import dari.admin.eligibility.SizeLimits;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo's office knows of firms: a small firm's figures, an exclusion, an award of another program. */
@Component
@Profile("demo")
class DemoChecks {

    private static final long MILLION = 1_000_000L;

    private final DemoActors actors;
    private final FirmFigureBook figures;
    private final Debarments debarments;
    private final OutsideAwards awards;

    DemoChecks(DemoActors actors, FirmFigureBook figures, Debarments debarments, OutsideAwards awards) {
        this.actors = actors;
        this.figures = figures;
        this.debarments = debarments;
        this.awards = awards;
    }

    void create() {
        actors.as(DemoPeople.ADMINISTRATOR, () -> {
            UUID kept = debarments.add(new DebarmentEntry(
                    "1202200058",
                    "가온누리소프트",
                    LocalDate.of(2025, 7, 1),
                    LocalDate.of(2028, 6, 30),
                    "연구개발비를 다른 곳에 씀 (2025년 제재 제12호)"));
            awards.take(("registration_number,name,program,title,hospital,starts_on,ends_on,won\n"
                            + "2718208181,결마루,데이터 활용 촉진 사업,만성질환 재방문 위험 예측 모델 고도화,,"
                            + "2026-04-01,2027-03-31,70000000\n")
                    .getBytes(StandardCharsets.UTF_8));
            return kept;
        });
        actors.as("hana@gyeolmaru.example", () -> {
            figures.keep(new FiguresView(
                    LocalDate.of(2025, 12, 31),
                    SizeLimits.Industry.INFORMATION,
                    1_240 * MILLION,
                    2_100 * MILLION,
                    false));
            return true;
        });
    }
}
