package dari.billing;

import dari.kernel.Actor;
import dari.kernel.Role;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Money that only finance can bring back to a startup, on finance's desk. */
@Component
class RefundWork implements WaitingSource {

    private static final int DAYS_TO_PAY = 7;

    private final RefundRepository refunds;
    private final Projects projects;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId seoul;

    RefundWork(RefundRepository refunds, Projects projects, MessageSource messages, Clock clock, ZoneId seoul) {
        this.refunds = refunds;
        this.projects = projects;
        this.messages = messages;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (!actor.is(Role.PROGRAM_FINANCE)) {
            return List.of();
        }
        List<RefundView> found = refunds.findForFinance(Limit.of(MOST)).stream()
                .map(Refund::view)
                .toList();
        Map<ProjectId, ProjectView> known =
                projects.facts(found.stream().map(RefundView::project).toList());
        return found.stream()
                .map(refund -> item(refund, Objects.requireNonNull(known.get(refund.project()))))
                .toList();
    }

    private WaitingItem item(RefundView refund, ProjectView project) {
        Locale locale = LocaleContextHolder.getLocale();
        LocalDate since =
                LocalDate.ofInstant(Objects.requireNonNullElse(refund.refusedAt(), refund.decidedAt()), seoul);
        return new WaitingItem(
                "ledger",
                refund.refused() == null ? "billing.waiting.transfer" : "billing.waiting.refused",
                List.of(project.number(), project.title(locale)),
                "projects.waiting.text",
                new WaitClock(
                        messages.getMessage("acceptance.office", null, locale),
                        since,
                        since.plusDays(DAYS_TO_PAY),
                        LocalDate.now(clock.withZone(seoul)),
                        true),
                "/program/payments",
                "projects.waiting.open");
    }
}
