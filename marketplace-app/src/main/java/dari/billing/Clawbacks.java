package dari.billing;

import dari.admin.Applications;
import dari.admin.milestones.AwardSettled;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.kernel.BackgroundWork;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.ProgramFinance;
import dari.kernel.RuleBrokenException;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gets back what a settlement says was not spent as agreed. */
@Service
@Transactional
public class Clawbacks {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ClawbackRepository clawbacks;
    private final Applications applications;
    private final Organizations organizations;
    private final Books books;
    private final History history;
    private final Ids ids;
    private final Clock clock;

    Clawbacks(
            ClawbackRepository clawbacks,
            Applications applications,
            Organizations organizations,
            Books books,
            History history,
            Ids ids,
            Clock clock) {
        this.clawbacks = clawbacks;
        this.applications = applications;
        this.organizations = organizations;
        this.books = books;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AwardSettled event) {
        if (event.clawbackWon() == 0
                || clawbacks.existsByApplicationAndMilestone(event.application(), event.milestone())) {
            return;
        }
        OrganizationId startup = applications
                .facts(event.application())
                .map(view -> new OrganizationId(view.startup()))
                .orElseThrow(() -> new NotFoundException("application"));
        Clawback clawback = clawbacks.save(new Clawback(
                ids.next(), event.application(), event.milestone(), startup, event.clawbackWon(), clock.instant()));
        books.clawback(clawback.id(), event.clawbackWon());
        history.recordBySystem(
                "billing",
                HistoryEntry.of("clawback.demanded", "application", event.application())
                        .with("won", event.clawbackWon()));
        organizations.tell(
                startup,
                Set.of(),
                Notice.of(
                        "billing.notice.clawback",
                        "/milestones/" + event.application(),
                        String.format(Locale.ROOT, "%,d", event.clawbackWon())));
    }

    /** What has not come back yet, the oldest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public Page<ClawbackView> open(int page, int size) {
        return clawbacks.findByPaidAtIsNullOrderById(PageRequest.of(page, size)).map(Clawback::view);
    }

    /**
     * The money came back.
     *
     * @param won to the won what was asked back
     */
    @ProgramFinance
    public void confirm(UUID id, long won, String reference) {
        paid(find(id), won, reference);
    }

    /** The same by a line of a bank statement; where it was confirmed by hand before, the line only becomes its proof. */
    @ProgramFinance
    public void confirmLine(UUID id, long won, String reference, UUID line) {
        Clawback clawback = find(id);
        ClawbackView known = clawback.view();
        if (!known.isPaid()) {
            paid(clawback, won, reference);
        } else if (known.statementLine() != null || known.won() != won) {
            throw new RuleBrokenException("billing.rule.settled");
        } else {
            history.record(HistoryEntry.of("clawback.shown", "application", clawback.application())
                    .with("won", won));
        }
        clawback.shownBy(line);
    }

    /** What deposits of these amounts may bring back, or prove, the oldest first. */
    @ProgramFinance
    @Transactional(readOnly = true)
    public List<ClawbackView> withoutLine(Collection<Long> won, int most) {
        return clawbacks.findByStatementLineIsNullAndWonInOrderById(won, Limit.of(most)).stream()
                .map(Clawback::view)
                .toList();
    }

    /**
     * What came back and was confirmed by hand, for those who compare: at most so many after one of them.
     *
     * @param last id of the last one seen; null for the first
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ClawbackView> unprovenAfter(@Nullable UUID last, int most) {
        return clawbacks.findUnprovenAfter(Objects.requireNonNullElse(last, BEFORE_ALL), Limit.of(most)).stream()
                .map(Clawback::view)
                .toList();
    }

    /** The same of what a line of a statement shows. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<ClawbackView> shownAfter(@Nullable UUID last, int most) {
        return clawbacks.findShownAfter(Objects.requireNonNullElse(last, BEFORE_ALL), Limit.of(most)).stream()
                .map(Clawback::view)
                .toList();
    }

    private Clawback find(UUID id) {
        return clawbacks.findById(id).orElseThrow(() -> new NotFoundException("clawback"));
    }

    private void paid(Clawback clawback, long won, String reference) {
        clawback.paid(won, reference, clock.instant());
        books.clawbackPaid(clawback.id().toString(), won);
        history.record(HistoryEntry.of("clawback.paid", "application", clawback.application())
                .with("won", won)
                .because(reference));
    }
}
