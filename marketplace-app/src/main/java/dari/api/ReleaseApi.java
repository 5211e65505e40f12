package dari.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dari.api.door.ApiCaller;
import dari.api.door.FieldProblem;
import dari.api.door.ProblemException;
import dari.api.door.Scoped;
import dari.delivery.Deliveries;
import dari.delivery.DeliveryView;
import dari.delivery.FileObstacle;
import dari.delivery.FileSender;
import dari.delivery.ReleaseFile;
import dari.kernel.NotFoundException;
import dari.provisioner.query.QueryAnswer;
import dari.provisioner.release.Dictionary;
import dari.queries.AnswerText;
import dari.queries.SandboxQueries;
import dari.sandboxes.SandboxId;
import dari.tokens.PresentedToken;
import dari.tokens.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The release of the one sandbox that a token was made for. */
@RestController
@RequestMapping("/api/v1/sandboxes/{sandbox}")
class ReleaseApi {

    private static final int LONGEST_QUERY = 20_000;

    private final Deliveries deliveries;
    private final FileSender sender;
    private final SandboxQueries queries;
    private final Sentences sentences;

    ReleaseApi(Deliveries deliveries, FileSender sender, SandboxQueries queries, Sentences sentences) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.queries = queries;
        this.sentences = sentences;
    }

    /**
     * How a release is handed over.
     *
     * @param delivery IN_PLACE, HOSTED or FILE
     * @param obstacles what keeps it from leaving as files; empty where it may
     * @param answersChecked whether a query is answered only where the export desk's check finds nothing in the answer
     * @param files empty where files may not leave
     */
    record ReleaseAnswer(
            UUID sandbox,
            String delivery,
            boolean filesAllowed,
            List<String> obstacles,
            boolean answersChecked,
            List<ReleaseFile> files) {}

    /** A question in SQL. */
    record QueryBody(@Nullable String sql) {}

    /**
     * What a query gave.
     *
     * @param rows values as text, null where there is none
     * @param more whether rows beyond the limit were left out
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerBody(List<QueryAnswer.Column> columns, List<List<@Nullable String>> rows, boolean more, long millis) {}

    @Scoped(Scope.RELEASE_READ)
    @GetMapping("/release")
    ReleaseAnswer show(@PathVariable UUID sandbox, HttpServletRequest request) {
        SandboxId id = new SandboxId(sandbox);
        List<ReleaseFile> files = deliveries.filesFor(token(request), id);
        DeliveryView delivery = deliveries.show(id);
        return new ReleaseAnswer(
                sandbox,
                delivery.mode().name(),
                delivery.filesAllowed(),
                delivery.obstacles().stream().map(FileObstacle::name).toList(),
                delivery.answersChecked(),
                files);
    }

    @Scoped(Scope.RELEASE_READ)
    @GetMapping("/release/dictionary")
    Dictionary dictionary(@PathVariable UUID sandbox, HttpServletRequest request) {
        return deliveries.dictionaryFor(token(request), new SandboxId(sandbox));
    }

    @Scoped(Scope.RELEASE_READ)
    @GetMapping("/release/files/{file}")
    void file(
            @PathVariable UUID sandbox,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        sender.send(deliveries.fileFor(token(request), new SandboxId(sandbox), file), request, response);
    }

    @Scoped(Scope.RELEASE_READ)
    @GetMapping(path = "/release/sidecar", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> sidecar(@PathVariable UUID sandbox, HttpServletRequest request) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(deliveries.sidecarFor(token(request), new SandboxId(sandbox)));
    }

    /** As JSON, or as CSV where that is what the caller accepts. */
    @Scoped(Scope.RELEASE_QUERY)
    @PostMapping("/query")
    ResponseEntity<Object> query(@PathVariable UUID sandbox, @RequestBody QueryBody body, HttpServletRequest request) {
        String sql = body.sql();
        if (sql == null || sql.isBlank() || sql.length() > LONGEST_QUERY) {
            throw refused(sentences.say(
                    sql != null && sql.length() > LONGEST_QUERY ? "needs.text.long" : "queries.sql.missing"));
        }
        QueryAnswer answer = queries.takeFor(token(request), new SandboxId(sandbox), sql);
        QueryAnswer.Problem problem = answer.problem();
        if (problem != null) {
            String why = sentences.say("queries.refusal." + problem.refusal());
            throw refused(problem.detail().isEmpty() ? why : why + "\n" + problem.detail());
        }
        boolean csv = String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).startsWith("text/csv");
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(csv ? AnswerText.CSV : MediaType.APPLICATION_JSON)
                .body(
                        csv
                                ? AnswerText.csv(answer)
                                : new AnswerBody(answer.columns(), answer.rows(), answer.more(), answer.millis()));
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(List.of(new FieldProblem("sql", sentence)));
    }

    private static UUID token(HttpServletRequest request) {
        return ApiCaller.of(request).map(PresentedToken::id).orElseThrow(() -> new NotFoundException("sandbox"));
    }
}
