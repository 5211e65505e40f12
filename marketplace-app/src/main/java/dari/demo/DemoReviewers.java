package dari.demo;

import dari.admin.reviewers.ReviewerAbility;
import dari.admin.reviewers.ReviewerProfiles;
import dari.admin.reviewers.TieKind;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo's two reviewers say of themselves. */
@Component
@Profile("demo")
class DemoReviewers {

    private final DemoActors actors;
    private final ReviewerProfiles profiles;

    DemoReviewers(DemoActors actors, ReviewerProfiles profiles) {
        this.actors = actors;
        this.profiles = profiles;
    }

    void create() {
        actors.as("reviewer1@dari.example", () -> {
            profiles.change(new ReviewerAbility(
                    List.of("disease:circulatory", "disease:endocrine", "modality:claims", "modality:ehr"),
                    List.of("ko", "en"),
                    6,
                    null));
            return profiles.declare(TieKind.ORGANIZATION, "솔바람의료원", 2025);
        });
        actors.as("reviewer2@dari.example", () -> {
            profiles.change(new ReviewerAbility(
                    List.of("disease:respiratory", "disease:tumour", "modality:ct"), List.of("ko"), 4, null));
            return profiles.ties();
        });
    }
}
