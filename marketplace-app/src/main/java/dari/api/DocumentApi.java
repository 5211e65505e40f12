package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.Scoped;
import dari.documents.DocumentId;
import dari.documents.DocumentView;
import dari.documents.Documents;
import dari.kernel.IdBytes;
import dari.tokens.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the organisation's wallet holds, without the files. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentApi {

    private static final Comparator<DocumentView> NEWEST_FIRST = Comparator.comparing(
                    (DocumentView document) -> document.id().value(), IdBytes.ORDER)
            .reversed();

    private final Documents documents;
    private final Versions versions;

    DocumentApi(Documents documents, Versions versions) {
        this.documents = documents;
        this.versions = versions;
    }

    /**
     * A document.
     *
     * @param issuer empty when it is the organisation's own
     * @param state VALID, ENDING within 30 days, or EXPIRED
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DocumentAnswer(
            UUID id,
            int revision,
            String kind,
            String title,
            String issuer,
            String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String state,
            String fileName,
            long fileBytes,
            Instant changedAt) {}

    @Scoped(Scope.DOCUMENTS_READ)
    @GetMapping
    ResponseEntity<Listing<DocumentAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        List<DocumentView> all = documents.mine().stream().sorted(NEWEST_FIRST).toList();
        return Paging.newestFirst(all, document -> document.id().value(), DocumentApi::answer, cursor, limit);
    }

    @Scoped(Scope.DOCUMENTS_READ)
    @GetMapping("/{document}")
    ResponseEntity<DocumentAnswer> show(@PathVariable UUID document) {
        return versions.ok(answer(documents.show(new DocumentId(document))));
    }

    private static DocumentAnswer answer(DocumentView document) {
        return new DocumentAnswer(
                document.id().value(),
                document.revision(),
                document.content().kind().name(),
                document.content().title(),
                document.content().issuer(),
                document.content().number(),
                document.content().issuedOn(),
                document.content().expiresOn(),
                document.state().name(),
                document.file().name(),
                document.file().bytes(),
                document.changedAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
