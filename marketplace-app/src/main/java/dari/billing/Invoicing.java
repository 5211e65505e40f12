package dari.billing;

import dari.admin.Applications;
import dari.admin.ApprovedApplication;
import dari.admin.AskedMoney;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.introductions.IntroductionId;
import dari.kernel.Ids;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectEnded;
import dari.projects.ProjectMade;
import dari.projects.ProjectStatus;
import dari.projects.ProjectView;
import dari.projects.Projects;
import dari.quotes.Conversations;
import dari.quotes.QuoteAccepted;
import dari.quotes.QuoteStatus;
import dari.quotes.QuoteView;
import dari.quotes.Quotes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Writes the invoice of each hospital's part: after the quote that the startup accepted or, where no other price was
 * ever asked, after the offer's. A quote that waits for its answer is no invoice.
 */
@Component
class Invoicing {

    private static final int DAYS_TO_PAY = 30;

    private final InvoiceRepository invoices;
    private final InvoiceNumbers numbers;
    private final Books books;
    private final Projects projects;
    private final Applications applications;
    private final Conversations conversations;
    private final Quotes quotes;
    private final Organizations organizations;
    private final History history;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Invoicing(
            InvoiceRepository invoices,
            InvoiceNumbers numbers,
            Books books,
            Projects projects,
            Applications applications,
            Conversations conversations,
            Quotes quotes,
            Organizations organizations,
            History history,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.invoices = invoices;
        this.numbers = numbers;
        this.books = books;
        this.projects = projects;
        this.applications = applications;
        this.conversations = conversations;
        this.quotes = quotes;
        this.organizations = organizations;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    @InvoiceListener
    void on(ProjectMade event) {
        if (invoices.findByProject(event.project()).isPresent()) {
            return;
        }
        ProjectView project = projects.facts(event.project());
        long committed = numbers.committedOf(project.application());
        IntroductionId talk = conversations.conversation(
                project.application(), project.offer().value());
        Optional<QuoteView> standing = quotes.standing(talk).filter(quote -> quote.project() == null);
        if (standing.isEmpty()) {
            QuoteView listed = quotes.listed(talk, project.terms().priceWon());
            // Parts are written in any order; the share that each was promised when the project was made holds.
            write(project, listed, committed, event.voucherCeilingWon());
        } else if (standing.get().status() == QuoteStatus.ACCEPTED) {
            write(project, standing.get(), committed, null);
        }
    }

    /** The startup accepted after its project was made. */
    @InvoiceListener
    void on(QuoteAccepted event) {
        QuoteView quote = quotes.facts(event.quote());
        if (quote.status() != QuoteStatus.ACCEPTED) { // the hospital asked again before this was heard
            return;
        }
        projects.ofOrganization(quote.startup()).stream()
                .filter(project -> project.hospital().id().equals(quote.hospital()))
                .filter(project -> project.status() != ProjectStatus.ENDED)
                .filter(project -> conversations
                        .conversation(project.application(), project.offer().value())
                        .equals(quote.introduction()))
                .filter(project -> invoices.findByProject(project.id()).isEmpty())
                .findFirst()
                .ifPresent(project -> write(project, quote, numbers.committedOf(project.application()), null));
    }

    /** Nobody owes anything for a part that is over; what was paid stays paid. */
    @ApplicationModuleListener
    void on(ProjectEnded event) {
        invoices.findByProject(event.project()).filter(Invoice::cancel).ifPresent(invoice -> {
            books.cancelled(invoice);
            history.recordBySystem(
                    "billing",
                    HistoryEntry.of(
                            "invoice.cancelled", "project", event.project().value()));
        });
    }

    private void write(ProjectView project, QuoteView quote, long committed, @Nullable Long promised) {
        ApprovedApplication application = applications.approved(project.application());
        Shares shares = Shares.of(
                quote.priceWon(),
                quote.vatWon(),
                application.ownSharePercent(),
                ceiling(application, committed, promised));
        Instant now = clock.instant();
        Invoice invoice = invoices.save(new Invoice(
                ids.next(),
                numbers.next(project.hospital().id()),
                project,
                shares,
                quotes.gateOf(project),
                now,
                LocalDate.ofInstant(now, seoul).plusDays(DAYS_TO_PAY)));
        books.invoiced(invoice, shares, quote.lines());
        quotes.invoiced(quote.id(), project.id());
        history.recordBySystem(
                "billing",
                HistoryEntry.of("invoice.written", "project", project.id().value())
                        .with("quote", quote.number())
                        .with("own", shares.own())
                        .with("voucher", shares.voucher()));
        organizations.tell(
                project.startup().id(),
                Set.of(),
                Notice.of("billing.notice.invoiced", "/projects/" + project.id().value(), project.number()));
    }

    /**
     * The voucher pays no more than the award's ceiling, and no more than it would pay of the price that was asked for; of
     * both, what the application's other parts left.
     */
    private @Nullable Long ceiling(ApprovedApplication application, long committed, @Nullable Long promised) {
        Long asked = applications
                .facts(application.application())
                .map(view -> view.money())
                .map(AskedMoney::share)
                .map(share -> share.voucher())
                .orElse(null);
        return Stream.of(
                        left(application.ceilingWon(), committed),
                        left(asked, committed),
                        Optional.ofNullable(promised))
                .flatMap(Optional::stream)
                .min(Long::compare)
                .orElse(null);
    }

    private static Optional<Long> left(@Nullable Long most, long committed) {
        return Optional.ofNullable(most).map(won -> Math.max(0, won - committed));
    }
}
