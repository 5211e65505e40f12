package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the one who conducts a panel apart from those who decide and from those who are decided about. */
@Component
class Conduct {

    private final PanelMemberRepository members;
    private final Conflicts conflicts;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;

    Conduct(
            PanelMemberRepository members,
            Conflicts conflicts,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings) {
        this.members = members;
        this.conflicts = conflicts;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
    }

    /** @throws ProgramRuleBrokenException when the actor sits on the call's panel, or belongs to a side */
    void require(ApplicationView application) {
        UUID actor = surroundings.actor().user();
        requireNoMember(application.call().id());
        if (conflicts.isBound(actor, application)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
        if (outcomes.wasAskedToReview(actor, application.id())) {
            throw new ProgramRuleBrokenException("admin.rule.decision.reviewer");
        }
    }

    void requireNoMember(UUID call) {
        UUID actor = surroundings.actor().user();
        if (members.findByProgramCallOrderById(call).stream()
                .anyMatch(member -> member.person().equals(actor))) {
            throw new ProgramRuleBrokenException("panel.refused.memberConducts");
        }
    }
}
