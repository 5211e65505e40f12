package dari.admin.figures;

import dari.admin.ProgramSurroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was handed in, byte for byte as its receipt was made, and what was decided about it. */
@Component
@Order(20)
class ApplicationEvidence implements EvidenceSource {

    private final EvidenceTables tables;
    private final ProgramSurroundings surroundings;

    ApplicationEvidence(EvidenceTables tables, ProgramSurroundings surroundings) {
        this.tables = tables;
        this.surroundings = surroundings;
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        folder.text("applications/applications.csv", "figures.evidence.applications", out -> {
            CsvLine.write(out, "application", "startup", "hospital", "status", "submitted_at", "snapshot_sha256");
            tables.applications(scope.call(), row -> {
                CsvLine.write(
                        out,
                        row.id(),
                        surroundings.organizationName(row.startup()),
                        surroundings.organizationName(row.hospital()),
                        row.status(),
                        row.submittedAt(),
                        row.snapshotSha256());
            });
        });
        folder.text("decisions/decisions.csv", "figures.evidence.decisions", out -> {
            CsvLine.write(out, "application", "decision", "decided_at", "decided_by", "reason", "conditions");
            tables.applications(scope.call(), row -> {
                if (row.decidedAt() != null) {
                    CsvLine.write(
                            out,
                            row.id(),
                            row.status(),
                            row.decidedAt(),
                            row.decidedBy() == null ? null : surroundings.personName(row.decidedBy()),
                            row.reason(),
                            row.conditions());
                }
            });
        });
        tables.applications(scope.call(), row -> {
            String snapshot = row.snapshot();
            if (snapshot != null) {
                folder.bytes(
                        "applications/snapshots/" + row.id() + ".json",
                        "figures.evidence.snapshot",
                        out -> out.write(snapshot.getBytes(StandardCharsets.UTF_8)));
            }
        });
    }
}
