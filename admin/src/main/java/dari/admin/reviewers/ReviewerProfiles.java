package dari.admin.reviewers;

import dari.admin.ForReviewers;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What reviewers say of themselves, each on a page of their own. */
@Service
@Transactional
@ForReviewers
public class ReviewerProfiles {

    private static final int MOST_TIES = 100;

    private final ReviewerProfileRepository profiles;
    private final ReviewerTieRepository ties;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    ReviewerProfiles(
            ReviewerProfileRepository profiles,
            ReviewerTieRepository ties,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.profiles = profiles;
        this.ties = ties;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ReviewerAbility mine() {
        return profiles.findById(me()).map(ReviewerProfile::ability).orElse(ReviewerAbility.UNSAID);
    }

    public void change(ReviewerAbility ability) {
        profiles.findById(me())
                .ifPresentOrElse(
                        profile -> profile.become(ability, clock.instant()),
                        () -> profiles.save(new ReviewerProfile(me(), ability, clock.instant())));
        record("reviewer.changed");
    }

    @Transactional(readOnly = true)
    public List<Tie> ties() {
        return ties.findByReviewerInOrderById(List.of(me())).stream()
                .map(ReviewerTie::view)
                .toList();
    }

    /**
     * Declares with whom the reviewer worked.
     *
     * @param lastYear null while it goes on
     */
    public UUID declare(TieKind kind, String name, @Nullable Integer lastYear) {
        if (ties.countByReviewer(me()) >= MOST_TIES) {
            throw new ProgramRuleBrokenException("reviewers.rule.manyTies", MOST_TIES);
        }
        UUID id = surroundings.newId();
        ties.save(new ReviewerTie(id, me(), kind, name, lastYear, clock.instant()));
        record("reviewer.tieDeclared");
        return id;
    }

    public void withdraw(UUID tie) {
        ties.delete(ties.findByIdAndReviewer(tie, me()).orElseThrow(() -> new ProgramNotFoundException("tie")));
        record("reviewer.tieWithdrawn");
    }

    private UUID me() {
        return surroundings.actor().user();
    }

    private void record(String action) {
        surroundings.record(action, "reviewer", me(), Map.of(), null);
    }
}
