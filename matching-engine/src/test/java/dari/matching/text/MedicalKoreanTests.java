package dari.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import dari.matching.vocabulary.Vocabulary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Medical words in running Korean: with particles, with and without spaces, mixed with Latin letters. */
class MedicalKoreanTests {

    private static final TextAnalysis ANALYSIS = new TextAnalysis(Vocabulary.builtIn());

    @AfterAll
    static void close() {
        ANALYSIS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "비소세포폐암환자의 예후를 예측한다, 비소세포폐암, disease:nsclc",
        "흉부 영상에서 폐결절을 검출하고, 폐결절, disease:lung-nodule",
        "심전도로 부정맥을 판독하는 모델, 심전도, modality:ecg",
        "안저촬영은 매년 받는다, 안저촬영, modality:fundus",
        "식약처의 허가를 받았다, 식약처, regulator:mfds",
        "식품의약품안전처에서 승인한 소프트웨어, 식품의약품안전처, regulator:mfds",
        "당뇨망막병증이 의심되면 의뢰한다, 당뇨망막병증, disease:retinopathy",
        "심방세동과 뇌졸중의 관계, 심방세동, disease:af",
        "뇌경색으로 입원한 환자, 뇌경색, disease:ischaemic-stroke",
        "패혈증을 조기에 알린다, 패혈증, disease:sepsis",
        "만성폐쇄성폐질환에서 악화를, 만성폐쇄성폐질환, disease:copd",
        "간세포암의 재발 여부, 간세포암, disease:liver-cancer",
        "유방암은 유방촬영술로 검진한다, 유방촬영술, modality:mammography",
        "대장용종이 있는 대장내시경 영상, 대장용종, disease:colon-polyp",
        "전립선암에 대한 생검, 전립선암, disease:prostate-cancer",
        "갑상선결절을 초음파로 본다, 갑상선결절, disease:thyroid-nodule",
        "녹내장과 백내장, 녹내장, disease:glaucoma",
        "황반변성에서의 치료 반응, 황반변성, disease:amd",
        "골다공증으로 골절이 생긴, 골다공증, disease:osteoporosis",
        "무릎 골관절염의 등급을, 골관절염, disease:osteoarthritis",
        "알츠하이머병과 경도인지장애를 구별, 경도인지장애, disease:mci",
        "조현병이나 양극성장애를, 조현병, disease:schizophrenia",
        "뇌전증에서 발작을 검출, 뇌전증, disease:epilepsy",
        "수면무호흡증만 있는 환자, 수면무호흡증, disease:sleep-apnoea",
        "급성콩팥손상까지 예측한다, 급성콩팥손상, disease:aki",
        "심부전에서는 박출률이 낮다, 심부전, disease:heart-failure",
        "다발경화증에 관한 자료, 다발경화증, disease:ms",
        "폐색전증의 유무, 폐색전증, disease:pulmonary-embolism",
        "기흉은 응급이다, 기흉, disease:pneumothorax",
        "아토피피부염으로 내원, 아토피피부염, disease:atopic",
        "뇌파에서 이상을 찾고, 뇌파, modality:eeg",
        "심초음파를 자동으로 측정, 심초음파, modality:echo",
        "빛간섭단층촬영과 함께, 빛간섭단층촬영, modality:oct",
        "자기공명영상을 받은, 자기공명영상, modality:mri",
        "수면다원검사에서 얻은 신호, 수면다원검사, modality:psg",
        "폐기능검사가 정상인, 폐기능검사, modality:spirometry",
        "전자의무기록에는 진단이 있다, 전자의무기록, modality:ehr",
        "뇌자도로 측정한, 뇌자도, modality:meg",
        "협대역영상에서 보이는, 협대역영상, modality:nbi",
        "동결절편을 판독, 동결절편, modality:frozen-section",
        "당화혈색소가 높은 환자, 당화혈색소, lab:hba1c",
        "크레아티닌과 사구체여과율을, 사구체여과율, lab:egfr-rate",
        "프로칼시토닌은 감염의 지표다, 프로칼시토닌, lab:procalcitonin",
        "트로포닌이 오르면, 트로포닌, lab:troponin",
        "전립선특이항원의 추이, 전립선특이항원, lab:psa",
        "관상동맥조영술을 받은, 관상동맥조영술, modality:cag",
        "폐엽절제술이 예정된, 폐엽절제술, procedure:lobectomy",
        "인공슬관절치환술 뒤의 재활, 인공슬관절치환술, procedure:tka",
        "내시경점막하박리술로 절제한, 내시경점막하박리술, procedure:esd",
        "혈액투석을 받는 환자, 혈액투석, procedure:haemodialysis",
        "조혈모세포이식에서 합병증, 조혈모세포이식, procedure:hsct",
        "세기조절방사선치료의 계획, 세기조절방사선치료, procedure:imrt",
        "항응고제를 먹는 환자, 항응고제, drug:anticoagulant",
        "면역관문억제제에 대한 반응, 면역관문억제제, drug:checkpoint",
        "메트포르민으로 치료하는, 메트포르민, drug:metformin",
        "신의료기술평가를 신청, 신의료기술평가, approval:nhta",
        "혁신의료기기로 지정된, 혁신의료기기, approval:innovative-device",
        "디지털치료기기의 임상, 디지털치료기기, procedure:dtx",
        "디지털의료제품법에 따라, 디지털의료제품법, law:digital-products",
        "개인정보보호법이 정한, 개인정보보호법, law:pipa",
        "생명윤리법에서 말하는, 생명윤리법, law:bioethics",
        "심평원에서 받은 청구자료, 심평원, regulator:hira",
        "가명처리와 결합, 가명처리, ethics:pseudonym",
        "동형암호로 분석, 동형암호, ethics:homomorphic",
        "전향연구가 아니라 후향적으로, 후향적, study:retrospective",
        "소아청소년과에서 보낸 의뢰, 소아청소년과, specialty:paediatrics",
        "영상의학과의 판독, 영상의학과, specialty:radiology",
        "대퇴골과 요추, 대퇴골, bodypart:femur",
        "십이지장에서 출혈이, 십이지장, bodypart:duodenum",
        "기저핵과 해마의 부피, 기저핵, bodypart:basal-ganglia",
        "라디오믹스를 써서, 라디오믹스, task:radiomics",
        "파운데이션모델을 만든다, 파운데이션모델, task:foundation"
    })
    void aWordSurvivesItsParticlesAndNamesItsConcept(String sentence, String word, String concept) {
        assertThat(ANALYSIS.tokens(sentence)).contains(word, TextAnalysis.conceptToken(concept));
    }

    @ParameterizedTest
    @CsvSource({
        "비소세포폐암이, 비소세포, 폐암",
        "안저촬영은, 안저, 촬영",
        "당뇨망막병증의, 당뇨, 망막병증",
        "대장용종을, 대장, 용종",
        "심장판막수술이, 심장판막, 수술",
        "혁신의료기기로, 혁신, 의료기기"
    })
    void aCompoundIsFoundByItsPartsToo(String text, String first, String second) {
        assertThat(ANALYSIS.tokens(text)).contains(first, second);
    }

    @ParameterizedTest
    @CsvSource({
        "안저 촬영을 했다, 안저촬영을 했다, modality:fundus",
        "비소세포 폐암에서, 비소세포폐암에서, disease:nsclc",
        "폐 결절이, 폐결절이, disease:lung-nodule",
        "당뇨병성 망막병증과, 당뇨병성망막병증과, disease:retinopathy",
        "저선량 흉부 CT로, 저선량흉부CT로, modality:ldct",
        "제2형 당뇨병을, 제2형당뇨병을, disease:t2d",
        "B형 간염의, B형간염의, disease:hepatitis-b",
        "12유도 심전도가, 12유도심전도가, modality:ecg",
        "동의 면제를, 동의면제를, ethics:waiver",
        "뇌 MRI에서, 뇌MRI에서, modality:brain-mri",
        "혁신의료기기 지정을, 혁신의료기기지정을, approval:innovative-device",
        "개인정보 보호법에, 개인정보보호법에, law:pipa"
    })
    void spacesMakeNoDifference(String apart, String together, String concept) {
        assertThat(ANALYSIS.concepts(apart)).contains(concept);
        assertThat(ANALYSIS.concepts(together)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "흉부저선량CT를 찍은, modality:ldct",
        "COVID-19로 입원한, disease:covid",
        "HbA1c가 6.5% 이상인, lab:hba1c",
        "PD-L1의 발현, lab:pd-l1",
        "NIHSS와 mRS로 잰, score:nihss",
        "APACHE II가 20인, score:apache",
        "Lung-RADS에 따라, score:lungrads",
        "K-CURE에서 받은, programme:k-cure",
        "ISMS-P를 갖춘, approval:isms-p",
        "(CT)·MRI를, modality:mri",
        "the patients had lung cancer., disease:lung-cancer",
        "chest x rays and lung nodules, modality:cxr",
        "several mammograms, modality:mammography",
        "an ECG-based model, modality:ecg"
    })
    void scriptsAndPunctuationMayMeet(String sentence, String concept) {
        assertThat(ANALYSIS.concepts(sentence)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "지금 사용 중이다, bodypart:middle-ear",
        "하지만 아직 멀다, bodypart:leg",
        "기다리는 동안, bodypart:leg",
        "국가기관의 문맥, bodypart:trachea",
        "환자 수가 많다, approval:reimbursement",
        "비소세포폐암, disease:sclc",
        "non-small cell lung cancer, disease:sclc",
        "폐동맥고혈압이, disease:hypertension",
        "pulmonary hypertension, disease:hypertension",
        "doctors, modality:ct"
    })
    void aPieceOfAnotherWordIsNoName(String sentence, String concept) {
        assertThat(ANALYSIS.concepts(sentence)).doesNotContain(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "수술 전에 시행한, before surgery, term:preoperative",
        "입원 중 사망을 예측한다, predicting in-hospital death, term:in-hospital-death",
        "30일 재입원이, 30-day readmissions, term:readmission-unplanned",
        "결측치가 많은, missing values, term:missing-data",
        "민감도와 특이도를, sensitivity and specificity, term:specificity",
        "위양성을 줄인다, fewer false positives, term:false-positive",
        "판독자 간 일치도는, inter-observer agreement, term:agreement",
        "조영증강된 영상, contrast-enhanced images, term:contrast-enhanced",
        "전공의가 읽은, read by junior doctors, term:resident",
        "의사결정을 돕는, supports decision making, term:decision-support",
        "자료의 반출을 심의, data export is reviewed, term:data-export",
        "수술전략을 세운다, the surgical strategy, term:surgical-strategy"
    })
    void generalLanguageIsTheSameInBoth(String korean, String english, String concept) {
        assertThat(ANALYSIS.concepts(korean)).contains(concept);
        assertThat(ANALYSIS.concepts(english)).contains(concept);
    }

    @ParameterizedTest
    @CsvSource({
        "수술전략을 세운다, term:preoperative",
        "의사결정을 돕는, term:physician",
        "이 방법에 관해 적는다, term:remission",
        "자세한 내용과 진정한 협력, term:posture",
        "연구를 진행한다, term:progression",
        "정형외과에서 보낸, term:tabular",
        "his hospital, term:hospital-information-system",
        "US Food and Drug Administration, term:administration",
        "patent ductus arteriosus, term:intellectual-property"
    })
    void generalLanguageIsNoPieceOfOtherWords(String text, String concept) {
        assertThat(ANALYSIS.concepts(text)).doesNotContain(concept);
    }

    @Test
    void aNameOfAnotherKindInsideIsFoundBeside() {
        assertThat(ANALYSIS.concepts("흉부 CT")).contains("modality:chest-ct", "bodypart:chest");
        assertThat(ANALYSIS.concepts("prostate biopsy")).contains("procedure:prostate-biopsy", "bodypart:prostate");
    }
}
