package dari.admin.panel;

import dari.admin.ApplicationView;
import dari.admin.Parties;
import dari.admin.ProgramSurroundings;
import dari.admin.ReviewRules;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has to stay out of an application: whoever belongs to a side, said so, or has a conflict that the desk computes. */
@Component
class Conflicts {

    private final RecusalRepository recusals;
    private final HospitalDatasets datasets;
    private final Parties parties;
    private final ReviewRules rules;
    private final ProgramSurroundings surroundings;

    Conflicts(
            RecusalRepository recusals,
            HospitalDatasets datasets,
            Parties parties,
            ReviewRules rules,
            ProgramSurroundings surroundings) {
        this.recusals = recusals;
        this.datasets = datasets;
        this.parties = parties;
        this.rules = rules;
        this.surroundings = surroundings;
    }

    boolean isBound(UUID person, ApplicationView application) {
        return parties.isBound(person, application.id())
                || datasets.of(application).stream()
                        .anyMatch(dataset -> surroundings.isBoundTo(person, dataset.hospital()));
    }

    /** Asked anew each time: somebody may have joined a side since. */
    boolean isRecused(UUID person, ApplicationView application) {
        return recusals.existsByApplicationAndPerson(application.id(), person)
                || isBound(person, application)
                || rules.hasConflict(application.id(), person);
    }
}
