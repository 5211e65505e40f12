package dari.admin.checks;

import dari.admin.eligibility.SizeLimits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** A firm's figures, as typed: amounts in won, with or without commas. */
record FiguresForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate yearEnd,

        SizeLimits.@Nullable Industry industry,

        @NotNull(message = "{checks.figures.won.bad}") @Pattern(regexp = AMOUNT, message = "{checks.figures.won.bad}")
        String sales,

        @NotNull(message = "{checks.figures.won.bad}") @Pattern(regexp = AMOUNT, message = "{checks.figures.won.bad}")
        String assets,

        @Nullable Boolean largeGroup) {

    /** Up to a thousand trillion won. */
    static final String AMOUNT = "\\s*(\\d{1,15}|\\d{1,3}(,\\d{3}){1,4})\\s*";

    static FiguresForm of(@Nullable FiguresView last) {
        return last == null
                ? new FiguresForm(null, null, "", "", false)
                : new FiguresForm(
                        last.yearEnd(),
                        last.industry(),
                        Long.toString(last.salesWon()),
                        Long.toString(last.assetsWon()),
                        last.largeGroup());
    }

    void check(BindingResult errors) {
        if (yearEnd == null && !errors.hasFieldErrors("yearEnd")) {
            errors.rejectValue("yearEnd", "checks.figures.yearEnd.missing");
        }
        if (industry == null && !errors.hasFieldErrors("industry")) {
            errors.rejectValue("industry", "checks.figures.industry.missing");
        }
    }

    /** Of a form without errors. */
    FiguresView figures() {
        if (yearEnd == null || industry == null) {
            throw new IllegalStateException("checked before");
        }
        return new FiguresView(yearEnd, industry, won(sales), won(assets), Boolean.TRUE.equals(largeGroup));
    }

    private static long won(String typed) {
        return Long.parseLong(typed.replaceAll("[,\\s]", ""));
    }
}
