package dari.admin.reviewers;

import dari.admin.ReviewTerms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** How a call is reviewed, as typed. */
record TermsForm(
        boolean blind,

        @NotNull(message = "{reviewers.terms.days.bad}")
        @Pattern(regexp = "[1-9]|[1-8][0-9]|90", message = "{reviewers.terms.days.bad}")
        String reviewDays,

        @NotNull(message = "{reviewers.terms.days.bad}")
        @Pattern(regexp = "[1-9]|[1-8][0-9]|90", message = "{reviewers.terms.days.bad}")
        String answerDays,

        @NotNull(message = "{reviewers.terms.conflictYears.bad}")
        @Pattern(regexp = "[0-9]|10", message = "{reviewers.terms.conflictYears.bad}")
        String conflictYears,

        @NotNull(message = "{reviewers.terms.reserves.bad}")
        @Pattern(regexp = "[0-3]", message = "{reviewers.terms.reserves.bad}")
        String reserves,

        @NotNull(message = "{reviewers.terms.language.bad}")
        @Pattern(regexp = "|ko|en", message = "{reviewers.terms.language.bad}")
        String language) {

    static TermsForm of(ReviewTerms terms) {
        return new TermsForm(
                terms.blind(),
                Integer.toString(terms.reviewDays()),
                Integer.toString(terms.answerDays()),
                Integer.toString(terms.conflictYears()),
                Integer.toString(terms.reserves()),
                terms.language());
    }

    ReviewTerms toTerms() {
        return new ReviewTerms(
                blind,
                Integer.parseInt(reviewDays),
                Integer.parseInt(answerDays),
                Integer.parseInt(conflictYears),
                Integer.parseInt(reserves),
                language);
    }
}
