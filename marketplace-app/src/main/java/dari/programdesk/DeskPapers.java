package dari.programdesk;

import dari.admin.ProgramPapers;
import dari.documents.DocumentKind;
import dari.documents.DocumentView;
import dari.documents.ScanState;
import dari.documents.Wallet;
import dari.kernel.OrganizationId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The certificates that applicants keep in their document wallets. */
@Component
class DeskPapers implements ProgramPapers {

    private static final Map<Kind, DocumentKind> KINDS = Map.of(
            Kind.SME_CONFIRMATION, DocumentKind.SME_CONFIRMATION,
            Kind.NATIONAL_TAX, DocumentKind.TAX_CLEARANCE,
            Kind.LOCAL_TAX, DocumentKind.LOCAL_TAX_CLEARANCE);

    private final Wallet wallet;

    DeskPapers(Wallet wallet) {
        this.wallet = wallet;
    }

    @Override
    public List<Paper> of(UUID organization) {
        List<DocumentView> all = wallet.of(new OrganizationId(organization));
        List<Paper> found = new ArrayList<>();
        KINDS.forEach((kind, document) -> all.stream()
                .filter(kept -> kept.content().kind() == document)
                .max(Comparator.comparing(DocumentView::changedAt))
                .ifPresent(newest -> found.add(paper(kind, newest))));
        return found;
    }

    private static Paper paper(Kind kind, DocumentView document) {
        return new Paper(
                kind,
                document.file().id(),
                document.content().title(),
                document.content().issuer(),
                document.content().issuedOn(),
                document.content().expiresOn(),
                document.file().scan() != ScanState.INFECTED);
    }
}
