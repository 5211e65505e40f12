package dari.invitations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
import dari.workspace.RailEntry;
import dari.workspace.RailSource;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Invitations that wait for the startup's answer, on both sides' desks. */
@Component
class InvitationWork implements WaitingSource, RailSource {

    private final Invitations invitations;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    InvitationWork(Invitations invitations, Paces paces, Clock clock, ZoneId seoul) {
        this.invitations = invitations;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() == Face.PROGRAM) {
            return List.of();
        }
        boolean mine = actor.face() == Face.STARTUP;
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        Locale locale = LocaleContextHolder.getLocale();
        List<InvitationView> open = invitations.open(actor);
        Map<UUID, Pace> usual = paces.of(
                Step.INVITATION_ANSWER,
                open.stream().map(i -> i.startup().id().value()).toList());
        return open.stream()
                .map(i -> new WaitingItem(
                        "hand",
                        mine ? "invitations.waiting.answer" : "invitations.waiting.answered",
                        List.of(
                                (mine ? i.hospital() : i.startup()).name(locale),
                                i.needContent().title()),
                        "invitations.waiting.text",
                        new WaitClock(
                                i.startup().name(locale),
                                LocalDate.ofInstant(i.invitedAt(), seoul),
                                i.answerDue(),
                                today,
                                mine,
                                usual.get(i.startup().id().value())),
                        "/invitations/" + i.id().value(),
                        mine ? "invitations.waiting.open" : "invitations.waiting.look"))
                .toList();
    }

    @Override
    public List<RailEntry> entries() {
        return List.of(
                RailEntry.of(Face.STARTUP, 37, "/invitations", "hand", "rail.invitations"),
                RailEntry.of(Face.HOSPITAL, 30, "/hospital/needs", "search", "rail.visibleNeeds"),
                RailEntry.of(Face.HOSPITAL, 35, "/invitations", "hand", "rail.invitations"));
    }

    @Configuration(proxyBeanMethods = false)
    static class Expiry {

        @Bean
        RecurringTask<Void> expireInvitations(Invitations invitations) {
            return Tasks.recurring("expire-invitations", FixedDelay.of(Duration.ofHours(1)))
                    .execute((instance, context) -> invitations.expireUnanswered());
        }
    }
}
