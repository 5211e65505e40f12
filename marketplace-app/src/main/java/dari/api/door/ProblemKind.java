package dari.api.door;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can go wrong with a request, each with an address of its own that stays as it is. */
public enum ProblemKind {
    UNREADABLE(HttpStatus.BAD_REQUEST),
    CURSOR(HttpStatus.BAD_REQUEST),
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    SCOPE(HttpStatus.FORBIDDEN),
    PERSON_NEEDED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    RULE(HttpStatus.CONFLICT),
    CHANGED(HttpStatus.CONFLICT),
    STALE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    VERSION_NEEDED(HttpStatus.PRECONDITION_REQUIRED),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** E.g. {@code key-reused}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    URI type() {
        return URI.create("urn:dari:problem:" + code());
    }
}
