package dari.redecisions;

import dari.admin.Awards;
import dari.admin.CallStanding;
import dari.admin.PlannedMilestone.Holder;
import dari.admin.milestones.AwardStep;
import dari.admin.milestones.Milestones;
import dari.projects.ProjectView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a project rests on of the program's call: its version in force with the deadline, and the steps that the award owes.
 * All else of a call is frozen when it opens.
 */
@Component
class CallGrounds {

    private final Awards awards;
    private final Milestones milestones;

    CallGrounds(Awards awards, Milestones milestones) {
        this.awards = awards;
        this.milestones = milestones;
    }

    /** Nothing where the application is no award any more, so that nothing is said of its call. */
    List<Ground> of(ProjectView project) {
        Optional<CallStanding> call = awards.call(project.application());
        if (call.isEmpty()) {
            return List.of();
        }
        List<Ground> grounds = new ArrayList<>();
        grounds.add(new Ground(Subject.CALL, "", standing(call.get()), project.callTitleKo(), project.callTitleEn()));
        milestones.steps(project.application()).stream()
                .filter(step -> concerns(project, step))
                .map(step -> new Ground(
                        Subject.STEP,
                        step.code(),
                        value(step),
                        step.title().ko(),
                        step.title().en()))
                .forEach(grounds::add);
        return grounds;
    }

    private static String standing(CallStanding call) {
        return (call.cancelled() ? "CANCELLED" : "RUNS") + " " + call.version() + " " + call.deadline();
    }

    /** A step of another hospital of the same award is no business of this one's part. */
    private static boolean concerns(ProjectView project, AwardStep step) {
        return step.holder() != Holder.HOSPITAL
                || project.hospital().id().value().equals(step.organization());
    }

    private static String value(AwardStep step) {
        return step.holder() + " " + step.due() + (step.waived() ? " WAIVED" : "");
    }
}
