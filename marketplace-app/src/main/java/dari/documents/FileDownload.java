package dari.documents;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A file on its way to a person: always to be saved, never to be shown or run by the browser. */
public final class FileDownload {

    private final FileFacts facts;
    private final byte[] content;

    FileDownload(FileFacts facts, byte[] content) {
        this.facts = facts;
        this.content = content;
    }

    byte[] content() {
        return content.clone();
    }

    public ResponseEntity<byte[]> answer() {
        return attachment(facts.name(), facts.type().mediaType()).body(content);
    }

    /** An answer that any browser saves and none shows. */
    public static ResponseEntity.BodyBuilder attachment(String name, String mediaType) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
