package dari.api;

import dari.api.door.ProblemException;
import dari.api.door.ProblemKind;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Versions of things by their {@code ETag}: who changes one says which version they saw. */
@Component
class Versions {

    private static final int TAG_BYTES = 16;

    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Versions(JsonMapper json, PlatformTransactionManager transactions) {
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> ResponseEntity<T> ok(T body) {
        return ResponseEntity.ok().eTag(tag(body)).body(body);
    }

    /** Something new, with where it is: a path, since only the caller knows by which name it reached us. */
    <T> ResponseEntity<T> created(UUID id, T body) {
        String list =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return ResponseEntity.created(URI.create(list + "/" + id))
                .eTag(tag(body))
                .body(body);
    }

    /**
     * Replaces a thing that is still as the caller saw it.
     *
     * @param seen what came as {@code If-Match}
     */
    <T> ResponseEntity<T> replace(@Nullable String seen, Supplier<T> present, Runnable change) {
        if (seen == null) {
            throw new ProblemException(ProblemKind.VERSION_NEEDED);
        }
        return act(seen, present, change);
    }

    /** Does something with a thing, and only with the version that was seen where the caller named one. */
    <T> ResponseEntity<T> act(@Nullable String seen, Supplier<T> present, Runnable change) {
        // one transaction: what is compared is what is changed, and whoever changes it meanwhile collides
        transaction.executeWithoutResult(status -> {
            T before = present.get();
            if (seen != null && !names(seen, tag(before))) {
                throw new ProblemException(ProblemKind.STALE);
            }
            change.run();
        });
        return ok(present.get());
    }

    private static boolean names(String seen, String tag) {
        return Arrays.stream(seen.split(",")).map(String::strip).anyMatch(one -> one.equals("*") || one.equals(tag));
    }

    private String tag(Object body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(body));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
