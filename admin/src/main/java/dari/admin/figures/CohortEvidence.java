package dari.admin.figures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The call's cohorts: plan, instance and certificate, so that the assignment can be counted again. */
@Component
@Order(50)
class CohortEvidence implements EvidenceSource {

    private final EvidenceTables tables;

    CohortEvidence(EvidenceTables tables) {
        this.tables = tables;
    }

    @Override
    public void write(Scope scope, Folder folder) throws IOException {
        tables.cohorts(scope.call(), row -> {
            file(folder, row.id(), "plan", "figures.evidence.cohort.plan", row.plan());
            String instance = row.instance();
            String certificate = row.certificate();
            if (instance != null && certificate != null) {
                file(folder, row.id(), "instance", "figures.evidence.cohort.instance", instance);
                file(folder, row.id(), "certificate", "figures.evidence.cohort.certificate", certificate);
                folder.text(
                        "cohorts/" + row.id() + "/seed.txt",
                        "figures.evidence.cohort.seed",
                        out -> out.write(row.seed() + "\n"));
            }
        });
    }

    private static void file(Folder folder, UUID cohort, String name, String titleKey, String json) throws IOException {
        folder.bytes(
                "cohorts/" + cohort + "/" + name + ".json",
                titleKey,
                out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
    }
}
