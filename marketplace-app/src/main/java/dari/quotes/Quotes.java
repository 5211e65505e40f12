package dari.quotes;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.notifications.Notice;
import dari.organizations.Organizations;
import dari.projects.ProjectId;
import dari.projects.ProjectView;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a hospital's quotes to the startup it talks with, and the startup's answers back. */
@Service
@Transactional
public class Quotes {

    private final QuoteRepository quotes;
    private final Introductions introductions;
    private final Conversations conversations;
    private final Organizations organizations;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Quotes(
            QuoteRepository quotes,
            Introductions introductions,
            Conversations conversations,
            Organizations organizations,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.quotes = quotes;
        this.introductions = introductions;
        this.conversations = conversations;
        this.organizations = organizations;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Every version in a conversation of the actor's, the latest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<QuoteView> of(IntroductionId talk) {
        introductions.show(talk);
        return quotes.findByIntroductionOrderByNumberDesc(talk.value()).stream()
                .map(this::view)
                .toList();
    }

    /**
     * Asks; an earlier version that was not invoiced is replaced.
     *
     * @throws RuleBrokenException when the two do not talk, or an invoice follows an earlier version
     */
    @MayWriteQuotes
    public QuoteId write(IntroductionId talk, NewQuote asked) {
        IntroductionView introduction = introductions.show(talk);
        if (!currentActor.get().belongsTo(introduction.hospital().id())) {
            throw new NotFoundException("introduction");
        }
        if (introduction.status() != IntroductionStatus.MUTUAL) {
            throw new RuleBrokenException("quotes.rule.talk");
        }
        if (asked.validUntil().isBefore(today())) {
            throw new RuleBrokenException("quotes.rule.past");
        }
        List<Quote> earlier = quotes.findByIntroductionOrderByNumberDesc(talk.value());
        if (earlier.stream().anyMatch(Quote::isInvoiced)) {
            throw new RuleBrokenException("quotes.rule.invoiced");
        }
        earlier.forEach(Quote::replace);
        Quote quote = quotes.save(
                new Quote(ids.next(), introduction, next(earlier), QuoteOrigin.HOSPITAL, asked, clock.instant()));
        history.record(HistoryEntry.of("quote.written", "introduction", talk.value())
                .with("version", quote.number())
                .with("won", view(quote).priceWon()));
        tell(introduction.startup().id(), "quotes.notice.written", introduction);
        return quote.id();
    }

    /** Binds the startup: the invoice follows this version. */
    @MayAnswerQuotes
    public void accept(QuoteId id) {
        Quote quote = mine(id);
        quote.accept(today(), clock.instant());
        history.record(HistoryEntry.of("quote.accepted", "introduction", quote.introduction())
                .with("version", quote.number())
                .with("won", view(quote).priceWon()));
        events.publishEvent(new QuoteAccepted(id));
        tell(quote.hospital(), "quotes.notice.accepted", talk(quote));
    }

    @MayAnswerQuotes
    public void decline(QuoteId id, String reason) {
        Quote quote = mine(id);
        quote.decline(reason, today(), clock.instant());
        history.record(HistoryEntry.of("quote.declined", "introduction", quote.introduction())
                .with("version", quote.number())
                .because(reason));
        tell(quote.hospital(), "quotes.notice.declined", talk(quote));
    }

    /** A startup's quotes that wait for its answer, the most pressing first. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<QuoteView> waitingFor(OrganizationId startup, int most) {
        return quotes.findByStartupAndStatusOrderByValidUntil(startup, QuoteStatus.OPEN, Limit.of(most)).stream()
                .map(this::view)
                .filter(quote -> quote.status() == QuoteStatus.OPEN)
                .toList();
    }

    /** The version that stands in a conversation: the latest; empty where the hospital never asked. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<QuoteView> standing(IntroductionId talk) {
        return quotes.findByIntroductionOrderByNumberDesc(talk.value()).stream()
                .findFirst()
                .map(this::view);
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public QuoteView facts(QuoteId id) {
        return quotes.findById(id.value()).map(this::view).orElseThrow(() -> new NotFoundException("quote"));
    }

    /** The version that a project's invoice follows; empty before there is one. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<QuoteView> ofProject(ProjectId project) {
        return quotes.findByProject(project.value()).map(this::view);
    }

    /**
     * What the agreement of a project names as the milestone before which nothing is prepared: what both sides had agreed
     * on when the project was made. A quote accepted later changes the price, not what was drafted.
     */
    @BackgroundWork
    @Transactional(readOnly = true)
    public PaymentGate gateOf(ProjectView project) {
        IntroductionId talk = conversations.conversation(
                project.application(), project.offer().value());
        return quotes.findByIntroductionOrderByNumberDesc(talk.value()).stream()
                .filter(quote -> quote.wasAcceptedBefore(project.createdAt()))
                .findFirst()
                .map(Quote::gate)
                .orElse(PaymentGate.OWN_SHARE_PAID);
    }

    /** The invoice of a project follows this version. */
    @BackgroundWork
    public void invoiced(QuoteId id, ProjectId project) {
        quotes.findById(id.value())
                .orElseThrow(() -> new NotFoundException("quote"))
                .invoicedFor(project);
    }

    /** Nobody ever asked for another price than the offer's: that one counts as agreed with the project. */
    @BackgroundWork
    public QuoteView listed(IntroductionId talk, long priceWon) {
        IntroductionView introduction =
                introductions.find(talk).orElseThrow(() -> new NotFoundException("introduction"));
        LocalDate today = today();
        NewQuote asked = new NewQuote(
                List.of(QuoteForm.listedPrice(introduction.offerContent(), priceWon)),
                today,
                PaymentGate.OWN_SHARE_PAID,
                "");
        Quote quote = new Quote(
                ids.next(),
                introduction,
                next(quotes.findByIntroductionOrderByNumberDesc(talk.value())),
                QuoteOrigin.LISTED,
                asked,
                clock.instant());
        quote.accept(today, clock.instant());
        return view(quotes.save(quote));
    }

    private static int next(List<Quote> earlier) {
        return earlier.isEmpty() ? 1 : earlier.get(0).number() + 1;
    }

    private Quote mine(QuoteId id) {
        return quotes.findById(id.value())
                .filter(quote -> currentActor.get().belongsTo(quote.startup()))
                .orElseThrow(() -> new NotFoundException("quote"));
    }

    private IntroductionView talk(Quote quote) {
        return introductions
                .find(new IntroductionId(quote.introduction()))
                .orElseThrow(() -> new NotFoundException("introduction"));
    }

    private void tell(OrganizationId other, String message, IntroductionView talk) {
        organizations.tell(
                other,
                other.equals(talk.hospital().id()) ? Set.of(Role.HOSPITAL_OFFICE, Role.HOSPITAL_FINANCE) : Set.of(),
                Notice.of(
                        message,
                        "/introductions/" + talk.id().value() + "/quotes",
                        talk.offerContent().inNotices()));
    }

    private QuoteView view(Quote quote) {
        return quote.view(today());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(seoul));
    }
}
