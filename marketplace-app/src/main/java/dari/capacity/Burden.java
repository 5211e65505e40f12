package dari.capacity;

import dari.introductions.Interest;
import dari.introductions.IntroductionStatus;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.outcomes.FeedbackView;
import dari.outcomes.OutcomeKind;
import dari.outcomes.OutcomeView;
import dari.outcomes.ReportedOutcomes;
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
import java.util.OptionalDouble;
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
    private final ReportedOutcomes outcomes;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ZoneId seoul;

    Burden(
            Introductions introductions,
            Projects projects,
            Sandboxes sandboxes,
            ReportedOutcomes outcomes,
            CurrentActor currentActor,
            Clock clock,
            ZoneId seoul) {
        this.introductions = introductions;
        this.projects = projects;
        this.sandboxes = sandboxes;
        this.outcomes = outcomes;
        this.currentActor = currentActor;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** The last six quarters of the actor's hospital, the present one last. */
    @HospitalMember
    public List<QuarterFigures> quarters() {
        Actor actor = currentActor.get();
        Past past = new Past(
                introductions.interests(actor.organization()),
                projects.of(actor),
                sandboxes.of(actor),
                outcomes.reportedOf(actor.organization()),
                outcomes.feedbackOf(actor.organization()));
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<QuarterFigures> quarters = new ArrayList<>();
        for (int ago = QUARTERS - 1; ago >= 0; ago--) {
            quarters.add(figures(today.minusMonths(3L * ago), past));
        }
        return quarters;
    }

    /** What startups reported of the hospital's projects, the newest first. */
    @HospitalMember
    public List<OutcomeView> reported() {
        return outcomes.reportedOf(currentActor.get().organization());
    }

    private record Past(
            List<Interest> interests,
            List<ProjectView> projects,
            List<SandboxView> sandboxes,
            List<OutcomeView> outcomes,
            List<FeedbackView> feedback) {}

    private QuarterFigures figures(LocalDate day, Past past) {
        Predicate<Instant> within = Capacity.inQuarter(day);
        List<Interest> answered = past.interests().stream()
                .filter(interest -> interest.answeredAt() != null && within.test(interest.answeredAt()))
                .toList();
        Set<ProjectId> made = past.projects().stream()
                .filter(project -> within.test(project.createdAt()))
                .map(ProjectView::id)
                .collect(Collectors.toSet());
        List<OutcomeView> came = past.outcomes().stream()
                .filter(outcome -> within.test(outcome.on().atStartOfDay(seoul).toInstant()))
                .toList();
        OptionalDouble said = past.feedback().stream()
                .filter(feedback -> within.test(feedback.givenAt()))
                .mapToDouble(FeedbackView::mean)
                .average();
        return new QuarterFigures(
                day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR),
                count(past.interests(), interest -> within.test(interest.declaredAt())),
                medianHours(answered),
                count(answered, interest -> interest.status() == IntroductionStatus.MUTUAL),
                count(answered, interest -> interest.status() == IntroductionStatus.DECLINED),
                count(answered, interest -> interest.status() == IntroductionStatus.EXPIRED),
                made.size(),
                Math.toIntExact(past.sandboxes().stream()
                        .filter(sandbox -> made.contains(sandbox.project().id()))
                        .count()),
                count(came, Set.of(OutcomeKind.PUBLICATION)),
                count(came, Set.of(OutcomeKind.PATENT, OutcomeKind.PRODUCT)),
                said.isPresent() ? said.getAsDouble() : null);
    }

    private static int count(List<OutcomeView> outcomes, Set<OutcomeKind> kinds) {
        return Math.toIntExact(outcomes.stream()
                .filter(outcome -> kinds.contains(outcome.kind()))
                .count());
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
