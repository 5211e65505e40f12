package dari.agreements;

import dari.documents.FileReferences;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A sealed agreement stays as long as the agreement does. */
@Component
class AgreementFiles implements FileReferences {

    private final AgreementRepository agreements;

    AgreementFiles(AgreementRepository agreements) {
        this.agreements = agreements;
    }

    @Override
    public boolean referToAnyOf(Collection<UUID> files) {
        return agreements.existsBySealedFileIn(files);
    }
}
