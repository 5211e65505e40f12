package dari.agreements;

import dari.kernel.BackgroundWork;
import dari.offers.OfferContent;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers what an agreement would say under other terms, and whether its sides signed anew since. */
@Service
@BackgroundWork
@Transactional(readOnly = true)
public class AgreedTerms {

    private final Clauses clauses;
    private final AgreementRepository agreements;

    AgreedTerms(Clauses clauses, AgreementRepository agreements) {
        this.clauses = clauses;
        this.agreements = agreements;
    }

    public List<ChosenClause> clauses(ProjectView project, OfferContent offer) {
        return clauses.choice(project, offer);
    }

    /** Version of the clauses and of the rules that choose among them. */
    public String version() {
        return Clauses.VERSION;
    }

    /** Whether all have signed a revision since then, so that it holds instead of what they had signed before. */
    public boolean signedSince(ProjectId project, Instant time) {
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .filter(one -> one.status() == AgreementStatus.EFFECTIVE)
                .map(one -> one.view().effectiveSince())
                .anyMatch(signed -> signed != null && signed.isAfter(time));
    }

    /**
     * Whether what holds says a clause otherwise than before: the former wording is gone, and a clause that had none is there.
     * The sides may have worded it as they like; a file that stands for the text is read by people alone.
     *
     * @param before as it was agreed; null where the clause is new
     * @param after as the terms would have it; null where the clause goes
     */
    public boolean says(ProjectId project, @Nullable String before, @Nullable String after) {
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .filter(one -> one.status() == AgreementStatus.EFFECTIVE)
                .anyMatch(one -> one.sealedFile() != null
                        || (before == null
                                ? after == null || one.textKo().contains(after)
                                : !one.textKo().contains(before)));
    }

    /** Whether a signed agreement holds. */
    public boolean isSigned(ProjectId project) {
        return agreements.findByProjectOrderByRevisionDesc(project).stream()
                .anyMatch(one -> one.status() == AgreementStatus.EFFECTIVE);
    }
}
