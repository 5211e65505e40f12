package dari.programdesk;

import dari.admin.ProgramDocuments;
import dari.documents.DocumentId;
import dari.documents.DocumentState;
import dari.documents.DocumentView;
import dari.documents.KeptFiles;
import dari.documents.Wallet;
import dari.kernel.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The applicant's document wallet, as the desk's forms use it. */
@Component
class DeskWallet implements ProgramDocuments {

    private final Wallet wallet;
    private final KeptFiles files;

    DeskWallet(Wallet wallet, KeptFiles files) {
        this.wallet = wallet;
        this.files = files;
    }

    @Override
    public List<Choice> mine() {
        return wallet.mine().stream()
                .map(document -> new Choice(
                        document.id().value(), document.content().title(), document.state() == DocumentState.EXPIRED))
                .toList();
    }

    @Override
    public Frozen freeze(UUID document) {
        DocumentView found = wallet.mine().stream()
                .filter(own -> own.id().equals(new DocumentId(document)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("document"));
        return new Frozen(found.file().id(), found.content().title());
    }

    @Override
    public ResponseEntity<byte[]> download(UUID file) {
        return files.download(file).answer();
    }
}
