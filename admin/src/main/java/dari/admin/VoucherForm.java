package dari.admin;

import dari.admin.forms.Condition;
import dari.admin.forms.CoreQuestions;
import dari.admin.forms.FormDefinition;
import dari.admin.forms.LocalText;
import dari.admin.forms.Option;
import dari.admin.forms.Question;
import dari.admin.forms.QuestionKind;
import dari.admin.forms.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions of the voucher call. */
final class VoucherForm {

    static final String TAX_CERTIFICATE = "taxCertificate";
    static final String PRICE = "price";

    private VoucherForm() {}

    static FormDefinition form() {
        return new FormDefinition(List.of(CoreQuestions.section(), product(), data(), money(), papers()));
    }

    private static Section product() {
        return new Section(
                "product",
                new LocalText("기업과 제품", "Company and product"),
                LocalText.NONE,
                List.of(
                        Question.written(
                                "product",
                                QuestionKind.TEXT,
                                new LocalText("제품 이름", "Name of the product"),
                                LocalText.NONE,
                                120),
                        choice(
                                "stage",
                                new LocalText("허가 단계", "Stage of approval"),
                                option("none", "아직 없음", "Not yet"),
                                option("planned", "준비 중", "Planned"),
                                option("approved", "신고·인증·허가를 받음", "Notified, certified or approved")),
                        conditional(
                                "approvalNumber",
                                new LocalText("허가 번호", "Number of the approval"),
                                LocalText.NONE,
                                80,
                                new Condition("stage", "approved"))));
    }

    private static Section data() {
        return new Section(
                "data",
                new LocalText("필요한 자료", "The data you need"),
                new LocalText("꼭 필요한 만큼만 적어 주세요.", "Ask for no more than you need."),
                List.of(
                        new Question(
                                "dataKinds",
                                QuestionKind.CHOICES,
                                new LocalText("자료의 종류", "Kinds of data"),
                                LocalText.NONE,
                                true,
                                0,
                                null,
                                null,
                                List.of(
                                        option(
                                                "imaging",
                                                "영상 (CT, MRI, X선, 초음파)",
                                                "Imaging (CT, MRI, X-ray, ultrasound)"),
                                        option("text", "글", "Text"),
                                        option("structured", "정형 자료", "Structured data"),
                                        option("omics", "오믹스", "Omics"),
                                        option("biosignals", "생체 신호", "Biosignals"),
                                        option("traits", "환자 특성", "Patient traits")),
                                null),
                        number(
                                "patients",
                                new LocalText("환자 수", "Number of patients"),
                                LocalText.NONE,
                                1L,
                                10_000_000L),
                        choice(
                                "generative",
                                new LocalText("생성형 모델을 학습하나요?", "Do you train a generative model?"),
                                option("no", "아니요", "No"),
                                option("yes", "예", "Yes")),
                        conditional(
                                "generativeGuard",
                                new LocalText("생성물에 환자 정보가 남지 않게 하는 방법", "How outputs are kept free of patients' data"),
                                new LocalText("모델이 외운 내용을 어떻게 시험하나요?", "How do you test what the model memorised?"),
                                1500,
                                new Condition("generative", "yes"))));
    }

    private static Section money() {
        return new Section(
                "money",
                new LocalText("비용과 일정", "Cost and schedule"),
                LocalText.NONE,
                List.of(
                        number(
                                PRICE,
                                new LocalText("가공과 분석 비용 (원)", "Price of preparation and analysis (won)"),
                                new LocalText("기업 부담을 포함한 전체 금액입니다.", "The whole price, your own share included."),
                                1L,
                                10_000_000_000L),
                        new Question(
                                "start",
                                QuestionKind.DATE,
                                new LocalText("시작하려는 날", "When you want to start"),
                                LocalText.NONE,
                                true,
                                0,
                                null,
                                null,
                                List.of(),
                                null)));
    }

    private static Section papers() {
        return new Section(
                "papers",
                new LocalText("서류", "Documents"),
                new LocalText("문서 지갑에 있는 서류를 골라 주세요.", "Choose from your document wallet."),
                List.of(
                        file(TAX_CERTIFICATE, new LocalText("납세증명서", "Tax clearance certificate"), true),
                        file("otherPaper", new LocalText("그 밖의 서류", "Another document"), false)));
    }

    private static Question choice(String id, LocalText label, Option... options) {
        return new Question(
                id, QuestionKind.CHOICE, label, LocalText.NONE, true, 0, null, null, List.of(options), null);
    }

    private static Question conditional(
            String id, LocalText label, LocalText help, int mostLength, @Nullable Condition when) {
        return new Question(
                id,
                mostLength > 200 ? QuestionKind.LONG_TEXT : QuestionKind.TEXT,
                label,
                help,
                true,
                mostLength,
                null,
                null,
                List.of(),
                when);
    }

    private static Question number(String id, LocalText label, LocalText help, long least, long most) {
        return new Question(id, QuestionKind.NUMBER, label, help, true, 0, least, most, List.of(), null);
    }

    private static Question file(String id, LocalText label, boolean required) {
        return new Question(id, QuestionKind.FILE, label, LocalText.NONE, required, 0, null, null, List.of(), null);
    }

    private static Option option(String code, String ko, String en) {
        return new Option(code, new LocalText(ko, en));
    }
}
