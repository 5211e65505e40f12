package dari.admin.reviewers;

import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the conflicts that were found when reviewers were asked: afterwards nobody can say they were not looked for. */
@Component
class ConflictProof {

    private record Known(UUID reviewer, Conflict conflict) {}

    private final FoundConflictRepository found;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    ConflictProof(FoundConflictRepository found, ProgramSurroundings surroundings, Clock clock) {
        this.found = found;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    void keep(UUID application, List<Standing> standings) {
        Set<Known> known = new HashSet<>();
        found.findByApplicationOrderById(application)
                .forEach(before -> known.add(new Known(before.reviewer(), before.view())));
        for (Standing standing : standings) {
            for (Conflict conflict : standing.conflicts()) {
                if (known.add(new Known(standing.reviewer(), conflict))) {
                    found.save(new FoundConflict(
                            surroundings.newId(), application, standing.reviewer(), conflict, clock.instant()));
                }
            }
        }
    }
}
