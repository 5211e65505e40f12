package dari.meetings;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Meetings where people look: on the page of a conversation, and among what waits for an answer. */
@Component
class MeetingWork implements IntroductionSection, WaitingSource {

    private final Meetings meetings;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    MeetingWork(Meetings meetings, Paces paces, Clock clock, ZoneId seoul) {
        this.meetings = meetings;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public Map<String, Object> of(IntroductionView introduction) {
        List<MeetingView> all = meetings.of(introduction.id());
        boolean mayPropose = introduction.status() == IntroductionStatus.MUTUAL
                && all.stream().noneMatch(meeting -> meeting.status() == MeetingStatus.PROPOSED);
        return Map.of("meetings", all, "mayPropose", mayPropose);
    }

    /** Due on the day of the last time that was proposed. */
    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<MeetingView> waiting = meetings.waiting(actor);
        Map<UUID, Pace> usual = paces.of(
                Step.MEETING_ANSWER,
                waiting.stream().map(meeting -> meeting.guest().id().value()).toList());
        return waiting.stream()
                .map(m -> new WaitingItem(
                        "calendar",
                        m.mayAnswer() ? "meetings.waiting.pick" : "meetings.waiting.picked",
                        List.of(
                                (m.mayAnswer() ? m.proposer() : m.guest()).name(LocaleContextHolder.getLocale()),
                                m.place()),
                        "meetings.waiting.text",
                        new WaitClock(
                                m.guest().name(LocaleContextHolder.getLocale()),
                                LocalDate.ofInstant(m.proposedAt(), seoul),
                                LocalDate.ofInstant(
                                        m.slots().get(m.slots().size() - 1).startsAt(), seoul),
                                today,
                                m.mayAnswer(),
                                usual.get(m.guest().id().value())),
                        "/introductions/" + m.introduction().value(),
                        m.mayAnswer() ? "meetings.waiting.open" : "meetings.waiting.look"))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Expiry {

        @Bean
        RecurringTask<Void> expireMeetings(Meetings meetings) {
            return Tasks.recurring("expire-meetings", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> meetings.expireUnanswered());
        }
    }
}
