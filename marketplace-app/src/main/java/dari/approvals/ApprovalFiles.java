package dari.approvals;

import dari.documents.FileReferences;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Papers of an approval stay as long as it does. */
@Component
class ApprovalFiles implements FileReferences {

    private final ApprovalPaperRepository papers;

    ApprovalFiles(ApprovalPaperRepository papers) {
        this.papers = papers;
    }

    @Override
    public boolean referToAnyOf(Collection<UUID> files) {
        return papers.existsByFileIn(files);
    }
}
