package dari.admin.reviewers;

import dari.admin.ReviewTerms;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "review_terms")
class CallTerms {

    @Id
    private UUID programCall;

    @Version
    private Integer version;

    private boolean blind;
    private int reviewDays;
    private int answerDays;
    private int conflictYears;
    private int reserves;
    private String reviewLanguage;

    protected CallTerms() {}

    CallTerms(UUID call, ReviewTerms terms) {
        this.programCall = call;
        become(terms);
    }

    final void become(ReviewTerms terms) {
        blind = terms.blind();
        reviewDays = terms.reviewDays();
        answerDays = terms.answerDays();
        conflictYears = terms.conflictYears();
        reserves = terms.reserves();
        reviewLanguage = terms.language();
    }

    ReviewTerms view() {
        return new ReviewTerms(blind, reviewDays, answerDays, conflictYears, reserves, reviewLanguage);
    }
}
