package dari.admin.reviewers;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Entity
class ReviewerProfile {

    private static final Pattern BETWEEN = Pattern.compile(";");

    @Id
    private UUID reviewer;

    @Version
    private Integer version;

    private String expertise;
    private String languages;
    private int mostOpen;
    private @Nullable LocalDate awayUntil;
    private Instant changedAt;

    protected ReviewerProfile() {}

    ReviewerProfile(UUID reviewer, ReviewerAbility ability, Instant now) {
        this.reviewer = reviewer;
        become(ability, now);
    }

    final void become(ReviewerAbility ability, Instant now) {
        expertise = String.join(";", ability.expertise());
        languages = String.join(";", ability.languages());
        mostOpen = ability.mostOpen();
        awayUntil = ability.awayUntil();
        changedAt = now;
    }

    UUID reviewer() {
        return reviewer;
    }

    ReviewerAbility ability() {
        return new ReviewerAbility(list(expertise), list(languages), mostOpen, awayUntil);
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : BETWEEN.splitAsStream(joined).toList();
    }
}
