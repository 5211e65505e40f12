package dari.api;

import dari.api.door.Scoped;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.introductions.ShownMessage;
import dari.needs.NeedId;
import dari.offers.OfferId;
import dari.tokens.Scope;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Interest, its answer, and what the two sides write: for startups and hospitals. */
@RestController
@RequestMapping("/api/v1/introductions")
class IntroductionApi {

    private final Introductions introductions;
    private final FormRules rules;
    private final Versions versions;

    IntroductionApi(Introductions introductions, FormRules rules, Versions versions) {
        this.introductions = introductions;
        this.rules = rules;
        this.versions = versions;
    }

    /** Which need of the startup asks for which offer. */
    record Interest(UUID offer, UUID need) {}

    /** First words with a yes; left out for none. */
    record Acceptance(
            @Size(max = 4000, message = "{needs.text.long}") @Nullable
            String text,

            @Nullable String language) {

        static final Acceptance SILENT = new Acceptance(null, null);
    }

    /** A message of the thread. */
    record MessageAnswer(
            String author,
            String organization,
            boolean mine,
            String language,
            String text,
            List<AttachmentAnswer> files,
            Instant writtenAt) {}

    /** A file that a message carries; it is fetched on the page. */
    record AttachmentAnswer(UUID id, String name, long bytes) {}

    @Scoped(Scope.INTRODUCTIONS_READ)
    @GetMapping
    ResponseEntity<Listing<IntroductionAnswer>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        return Paging.newestFirst(
                (last, most) -> introductions.mineAfter(last == null ? null : new IntroductionId(last), most),
                one -> one.id().value(),
                IntroductionAnswer::of,
                cursor,
                limit);
    }

    /** Declares interest; declared twice, it is the same introduction. */
    @Scoped(Scope.INTRODUCTIONS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<IntroductionAnswer> declare(@RequestBody Interest body) {
        IntroductionId id = introductions.declare(new OfferId(body.offer()), new NeedId(body.need()));
        return versions.created(id.value(), answer(id));
    }

    @Scoped(Scope.INTRODUCTIONS_READ)
    @GetMapping("/{introduction}")
    ResponseEntity<IntroductionAnswer> show(@PathVariable UUID introduction) {
        return versions.ok(answer(new IntroductionId(introduction)));
    }

    /** The hospital says yes. */
    @Scoped(Scope.INTRODUCTIONS_WRITE)
    @PostMapping("/{introduction}/accept")
    ResponseEntity<IntroductionAnswer> accept(
            @PathVariable UUID introduction,
            @RequestBody(required = false) @Nullable Acceptance body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Locale locale) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        Acceptance given = rules.check(body == null ? Acceptance.SILENT : body);
        String language = given.language() == null ? locale.getLanguage() : given.language();
        return versions.act(
                seen,
                () -> answer(id),
                () -> introductions.accept(id, given.text() == null ? "" : given.text(), language));
    }

    /** The hospital says no, with a reason. */
    @Scoped(Scope.INTRODUCTIONS_WRITE)
    @PostMapping("/{introduction}/decline")
    ResponseEntity<IntroductionAnswer> decline(
            @PathVariable UUID introduction,
            @RequestBody ReasonBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        ReasonBody given = rules.check(body);
        return versions.act(seen, () -> answer(id), () -> introductions.decline(id, given.reason()));
    }

    /** The oldest first: what comes later stands on later pages. */
    @Scoped(Scope.INTRODUCTIONS_READ)
    @GetMapping("/{introduction}/messages")
    ResponseEntity<Listing<MessageAnswer>> messages(
            @PathVariable UUID introduction,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Paging.USUAL) int limit) {
        List<ShownMessage> all = introductions.thread(new IntroductionId(introduction));
        return Paging.inPlaces(all, IntroductionApi::answer, cursor, limit);
    }

    @Scoped(Scope.INTRODUCTIONS_WRITE)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PostMapping("/{introduction}/messages")
    ResponseEntity<MessageAnswer> write(@PathVariable UUID introduction, @RequestBody MessageBody body, Locale locale) {
        IntroductionId id = new IntroductionId(introduction);
        introductions.show(id);
        MessageBody message = rules.check(body);
        introductions.write(id, message.text(), message.languageOr(locale));
        List<ShownMessage> all = introductions.thread(id);
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(all.get(all.size() - 1)));
    }

    private IntroductionAnswer answer(IntroductionId id) {
        return IntroductionAnswer.of(introductions.show(id));
    }

    private static MessageAnswer answer(ShownMessage message) {
        return new MessageAnswer(
                message.author(),
                message.organization(),
                message.mine(),
                message.language(),
                message.body(),
                message.files().stream()
                        .map(file -> new AttachmentAnswer(file.id(), file.name(), file.bytes()))
                        .toList(),
                message.writtenAt().truncatedTo(ChronoUnit.MILLIS));
    }
}
