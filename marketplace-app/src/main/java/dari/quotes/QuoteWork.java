package dari.quotes;

import dari.introductions.IntroductionSection;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.kernel.Actor;
import dari.kernel.Face;
import dari.kernel.Role;
import dari.organizations.Organizations;
import dari.pace.Paces;
import dari.pace.Step;
import dari.workspace.Pace;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Quotes where people look: on the page of a conversation, and among what waits for an answer. */
@Component
class QuoteWork implements IntroductionSection, WaitingSource {

    private final Quotes quotes;
    private final Organizations organizations;
    private final Paces paces;
    private final Clock clock;
    private final ZoneId seoul;

    QuoteWork(Quotes quotes, Organizations organizations, Paces paces, Clock clock, ZoneId seoul) {
        this.quotes = quotes;
        this.organizations = organizations;
        this.paces = paces;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public Map<String, Object> of(IntroductionView introduction) {
        return Map.of("quotable", introduction.status() == IntroductionStatus.MUTUAL);
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (actor.face() != Face.STARTUP) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        boolean binds = actor.is(Role.STARTUP_OWNER) || actor.is(Role.STARTUP_SIGNATORY);
        String mine = organizations.facts(actor.organization()).name(LocaleContextHolder.getLocale());
        Pace usual = paces.of(Step.QUOTE_ANSWER, actor.organization().value());
        return quotes.waitingFor(actor.organization(), MOST).stream()
                .map(quote -> new WaitingItem(
                        "ledger",
                        "quotes.waiting",
                        List.of(
                                organizations.facts(quote.hospital()).name(LocaleContextHolder.getLocale()),
                                quote.totalWon()),
                        "quotes.waiting.text",
                        new WaitClock(
                                mine,
                                LocalDate.ofInstant(quote.writtenAt(), seoul),
                                quote.validUntil(),
                                today,
                                binds,
                                usual),
                        "/introductions/" + quote.introduction().value() + "/quotes",
                        "quotes.waiting.open"))
                .toList();
    }
}
