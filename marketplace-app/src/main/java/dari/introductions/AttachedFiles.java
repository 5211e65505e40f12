package dari.introductions;

import dari.documents.FileReferences;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a message carries must not be deleted from the wallet. */
@Component
class AttachedFiles implements FileReferences {

    private final MessageAttachmentRepository attachments;

    AttachedFiles(MessageAttachmentRepository attachments) {
        this.attachments = attachments;
    }

    @Override
    public boolean referToAnyOf(Collection<UUID> files) {
        return attachments.existsByFileIn(files);
    }
}
