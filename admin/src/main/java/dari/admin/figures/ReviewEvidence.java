package dari.admin.figures;

import dari.admin.ProgramSurroundings;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was asked, who stood aside, who gave which scores and why. */
@Component
@Order(30)
class ReviewEvidence implements EvidenceSource {

    private static final String CONFLICTED = "CONFLICTED";

    private final EvidenceTables tables;
    private final ProgramSurroundings surroundings;

    ReviewEvidence(EvidenceTables tables, ProgramSurroundings surroundings) {
        this.tables = tables;
        this.surroundings = surroundings;
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        folder.text("reviews/reviews.csv", "figures.evidence.reviews", out -> {
            CsvLine.write(
                    out,
                    "review",
                    "application",
                    "reviewer",
                    "status",
                    "invited_at",
                    "due",
                    "submitted_at",
                    "scores",
                    "comment");
            tables.reviews(
                    scope.call(),
                    row -> CsvLine.write(
                            out,
                            row.id(),
                            row.application(),
                            surroundings.personName(row.reviewer()),
                            row.status(),
                            row.invitedAt(),
                            row.due(),
                            row.submittedAt(),
                            row.scores(),
                            row.comment()));
        });
        folder.text("reviews/conflicts.csv", "figures.evidence.conflicts", out -> {
            CsvLine.write(out, "review", "application", "reviewer", "invited_at");
            tables.reviews(scope.call(), row -> {
                if (row.status().equals(CONFLICTED)) {
                    CsvLine.write(
                            out, row.id(), row.application(), surroundings.personName(row.reviewer()), row.invitedAt());
                }
            });
        });
    }
}
