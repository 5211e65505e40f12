package dari.profiles;

import dari.offers.OfferId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class PublicProfileController {

    private final DatasetProfiles profiles;

    PublicProfileController(DatasetProfiles profiles) {
        this.profiles = profiles;
    }

    /** The signed profile as a file, to check its hash or to build against its schema. */
    @GetMapping("/offers/{offer}/profile.json")
    ResponseEntity<String> file(@PathVariable UUID offer) {
        return attachment("profile.json", MediaType.APPLICATION_JSON, profiles.file(new OfferId(offer)));
    }

    /** Made-up rows in the form of the data, to try a program on before applying. */
    @GetMapping("/offers/{offer}/samples/{table}.csv")
    ResponseEntity<String> sample(@PathVariable UUID offer, @PathVariable String table) {
        return attachment(
                "sample-" + table + ".csv",
                new MediaType("text", "csv", StandardCharsets.UTF_8),
                profiles.sampleFile(new OfferId(offer), table));
    }

    private static ResponseEntity<String> attachment(String name, MediaType type, String content) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(content);
    }
}
