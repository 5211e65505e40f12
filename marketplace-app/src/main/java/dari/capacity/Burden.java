package dari.capacity;

import dari.introductions.Interest;
import dari.introductions.IntroductionStatus;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partnering cost a hospital and what came of it, quarter by quarter. */
@Service
@Transactional(readOnly = true)
public class Burden {

    private static final int QUARTERS = 6;

    private final Introductions introductions;
    private final Projects projects;
    private final Sandboxes sandboxes;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    Burden(
            Introductions introductions,
            Projects projects,
            Sandboxes sandboxes,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.introductions = introductions;
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** The last six quarters of the actor's hospital, the present one last. */
    @HospitalMember
    public List<QuarterFigures> quarters() {
        Actor actor = currentActor.get();
        List<Interest> interests = introductions.interests(actor.organization());
        List<ProjectView> made = projects.of(actor);
        List<SandboxView> opened = sandboxes.of(actor);
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<QuarterFigures> quarters = new ArrayList<>();
        for (int ago = QUARTERS - 1; ago >= 0; ago--) {
            LocalDate day = today.minusMonths(3L * ago);
            quarters.add(figures(day, interests, made, opened));
        }
        return quarters;
    }

    private static QuarterFigures figures(
            LocalDate day, List<Interest> interests, List<ProjectView> made, List<SandboxView> opened) {
        Predicate<Instant> within = Capacity.inQuarter(day);
        List<Interest> answered = interests.stream()
                .filter(interest -> interest.answeredAt() != null && within.test(interest.answeredAt()))
                .toList();
        Set<ProjectId> projects = made.stream()
                .filter(project -> within.test(project.createdAt()))
                .map(ProjectView::id)
                .collect(Collectors.toSet());
        return new QuarterFigures(
                day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR),
                count(interests, interest -> within.test(interest.declaredAt())),
                medianHours(answered),
                count(answered, interest -> interest.status() == IntroductionStatus.MUTUAL),
                count(answered, interest -> interest.status() == IntroductionStatus.DECLINED),
                count(answered, interest -> interest.status() == IntroductionStatus.EXPIRED),
                projects.size(),
                Math.toIntExact(opened.stream()
                        .filter(sandbox -> projects.contains(sandbox.project().id()))
                        .count()));
    }

    private static int count(List<Interest> interests, Predicate<Interest> wanted) {
        return Math.toIntExact(interests.stream().filter(wanted).count());
    }

    /** Of those that a person answered: an expiry is nobody's answer. */
    private static @Nullable Long medianHours(List<Interest> answered) {
        List<Long> hours = answered.stream()
                .filter(interest -> interest.status() != IntroductionStatus.EXPIRED)
                .map(interest -> Duration.between(interest.declaredAt(), Objects.requireNonNull(interest.answeredAt()))
                        .toHours())
                .sorted()
                .toList();
        return hours.isEmpty() ? null : hours.get(hours.size() / 2);
    }
}
