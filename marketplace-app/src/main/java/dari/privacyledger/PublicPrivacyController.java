package dari.privacyledger;

import dari.projects.ProjectView;
import dari.register.PublicFiles;
import dari.register.RegisterSection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Privacy spent, for everybody: beside each project of the hospital, and all of it to take along. */
@RestController
@RequestMapping("/register/privacy")
class PublicPrivacyController implements RegisterSection {

    private final PrivacyLedgers ledgers;
    private final PublicFiles files;

    PublicPrivacyController(PrivacyLedgers ledgers, PublicFiles files) {
        this.ledgers = ledgers;
        this.files = files;
    }

    @GetMapping("/privacy.json")
    List<PublicPrivacy> json() {
        return ledgers.published();
    }

    @GetMapping("/privacy.csv")
    ResponseEntity<String> csv() throws IOException {
        return files.csv("dari-privacy.csv", PublicPrivacy.class, json());
    }

    @Override
    public Map<String, Object> of(ProjectView project) {
        return Map.of("privacySpent", ledgers.published(project.hospital().id()));
    }
}
