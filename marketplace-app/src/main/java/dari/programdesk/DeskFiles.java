package dari.programdesk;

import dari.admin.Screening;
import dari.admin.checks.Checks;
import dari.admin.milestones.Milestones;
import dari.documents.FileReferences;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was handed in with an application or a step after it must not be deleted from the wallet. */
@Component
class DeskFiles implements FileReferences {

    private final Screening screening;
    private final Milestones milestones;
    private final Checks checks;

    DeskFiles(Screening screening, Milestones milestones, Checks checks) {
        this.screening = screening;
        this.milestones = milestones;
        this.checks = checks;
    }

    @Override
    public boolean referToAnyOf(Collection<UUID> files) {
        return screening.keepsAnyOf(files) || milestones.keepsAnyOf(files) || checks.restOnAnyOf(files);
    }
}
