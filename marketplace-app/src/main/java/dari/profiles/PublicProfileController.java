package dari.profiles;

import dari.offers.OfferId;
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
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("profile.json")
                                .build()
                                .toString())
                .body(profiles.file(new OfferId(offer)));
    }
}
