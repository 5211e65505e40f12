package dari.admin.forms;

import java.util.List;
import java.util.Map;

/**
 * What every form asks, because the public register and the later project are made from it. Their place and their words
 * may be changed, not that they are asked.
 */
public final class CoreQuestions {

    public static final String SUMMARY_KO = "summaryKo";
    public static final String SUMMARY_EN = "summaryEn";
    public static final String BENEFIT = "benefit";
    public static final String PLAN = "plan";

    /** The most characters that the later steps can keep. */
    static final Map<String, Integer> MOST = Map.of(SUMMARY_KO, 600, SUMMARY_EN, 600, BENEFIT, 2000, PLAN, 4000);

    private CoreQuestions() {}

    public static boolean isCore(String id) {
        return MOST.containsKey(id);
    }

    public static Section section() {
        return new Section(
                "core",
                new LocalText("무엇을 하나요", "What you will do"),
                LocalText.NONE,
                List.of(
                        Question.written(
                                SUMMARY_KO,
                                QuestionKind.LONG_TEXT,
                                new LocalText("한 문장 요약 (한국어)", "Summary in one sentence (Korean)"),
                                new LocalText(
                                        "의료 지식이 없는 사람도 알 수 있게 적어 주세요. 공개 등록부에도 쓰입니다.",
                                        "In words anybody understands. The public register shows it, too."),
                                600),
                        Question.written(
                                SUMMARY_EN,
                                QuestionKind.LONG_TEXT,
                                new LocalText("한 문장 요약 (영어)", "Summary in one sentence (English)"),
                                LocalText.NONE,
                                600),
                        Question.written(
                                BENEFIT,
                                QuestionKind.LONG_TEXT,
                                new LocalText("환자와 사회에 좋은 점", "Benefit for patients and society"),
                                new LocalText("누구에게 무엇이 좋아지는지 적어 주세요.", "Say who gains what."),
                                2000),
                        Question.written(
                                PLAN,
                                QuestionKind.LONG_TEXT,
                                new LocalText("연구 계획", "Plan"),
                                new LocalText(
                                        "자료를 어떻게 쓰고, 최소로 줄이고, 언제 지우는지 적어 주세요.",
                                        "How you use the data, keep them few, and when you destroy them."),
                                4000)));
    }
}
