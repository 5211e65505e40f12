package dari.demo;

import dari.hospitalpages.HospitalPages;
import dari.hospitalpages.PatientText;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a hospital tells its patients; the other one has not written it yet. */
@Component
@Profile("demo")
class DemoHospitalPages {

    private final DemoActors actors;
    private final HospitalPages pages;

    DemoHospitalPages(DemoActors actors, HospitalPages pages) {
        this.actors = actors;
        this.pages = pages;
    }

    void create() {
        actors.as("office@neoul.example", () -> {
            pages.write(new PatientText(
                    "너울의료원은 환자의 기록에서 누구인지 알 수 있는 것을 지운 뒤, 병원의 심의를 거친 연구에만 씁니다.",
                    "We remove everything by which you could be recognised, and use records only for research that our board approved.",
                    "개인정보 보호 부서에 전화하거나 들러서 말씀해 주세요. 그 뒤로 만드는 모든 자료에서 빠집니다. "
                            + "이미 만든 자료는 사용 기간이 끝날 때 지웁니다. 까닭을 말씀하실 필요는 없고, 진료에는 아무 영향이 없습니다.",
                    "Call or visit the privacy office. You are left out of everything prepared from then on. What was prepared"
                            + " before is deleted when its use ends. You need give no reason, and your care stays the same.",
                    "개인정보 보호 부서",
                    "061-000-0000",
                    "privacy@neoul.example"));
            return null;
        });
    }
}
