package dari.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A call, as typed. */
record CallForm(
        @NotBlank(message = "{admin.call.title.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleKo,

        @NotBlank(message = "{admin.call.title.missing}") @Size(max = 160, message = "{admin.text.long}")
        String titleEn,

        @NotBlank(message = "{admin.call.summary.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String summaryKo,

        @NotBlank(message = "{admin.call.summary.missing}") @Size(max = 4000, message = "{admin.text.long}")
        String summaryEn,

        @NotNull(message = "{admin.call.deadline.bad}")
        @Pattern(regexp = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", message = "{admin.call.deadline.bad}")
        String deadline,

        @NotNull(message = "{admin.call.budget.bad}")
        @Pattern(regexp = "[0-9]{1,13}", message = "{admin.call.budget.bad}")
        String budgetWon,

        @NotNull(message = "{admin.call.ownShare.bad}")
        @Pattern(regexp = "[0-9]|[1-9][0-9]|100", message = "{admin.call.ownShare.bad}")
        String ownSharePercent,

        @NotNull(message = "{admin.call.leastReviews.bad}")
        @Pattern(regexp = "[1-7]", message = "{admin.call.leastReviews.bad}")
        String leastReviews) {

    /** The figures of Korea's medical-AI data voucher, 2026, as a start. */
    static CallForm voucher(LocalDate today) {
        return new CallForm(
                "의료 AI 데이터 활용 바우처 지원",
                "Medical AI data voucher",
                "의료 인공지능 기업이 병원의 데이터를 안전하게 활용하도록 가공과 분석 비용을 지원합니다. 비수도권 병원과 함께하면 우대합니다.",
                "Supports medical-AI companies in using hospital data safely by paying for its preparation and"
                        + " analysis. Hospitals outside the capital region are favoured.",
                today.plusDays(30).toString(),
                "6400000000",
                "20",
                "2");
    }

    static CallForm of(CallContent content) {
        return new CallForm(
                content.titleKo(),
                content.titleEn(),
                content.summaryKo(),
                content.summaryEn(),
                content.deadline().toString(),
                Long.toString(content.budgetWon()),
                Integer.toString(content.ownSharePercent()),
                Integer.toString(content.leastReviews()));
    }

    /** Whether the typed deadline is in the calendar: no pattern knows the length of months. */
    boolean hasRealDeadline() {
        try {
            LocalDate.parse(deadline);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    CallContent toContent() {
        return new CallContent(
                titleKo.strip(),
                titleEn.strip(),
                summaryKo.strip(),
                summaryEn.strip(),
                LocalDate.parse(deadline),
                Long.parseLong(budgetWon),
                Integer.parseInt(ownSharePercent),
                Integer.parseInt(leastReviews));
    }
}
