package dari.secondfactor;

import dari.kernel.Actor;
import dari.workspace.WaitClock;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Asks everybody without a second step to set it up, before something that needs it is urgent. */
@Component
class SecondStepWork implements WaitingSource {

    private final SecondFactors factors;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId seoul;

    SecondStepWork(SecondFactors factors, MessageSource messages, Clock clock, ZoneId seoul) {
        this.factors = factors;
        this.messages = messages;
        this.clock = clock;
        this.seoul = seoul;
    }

    @Override
    public List<WaitingItem> waitingFor(Actor actor) {
        if (factors.isOn(actor.user())) {
            return List.of();
        }
        Locale locale = LocaleContextHolder.getLocale();
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        return List.of(new WaitingItem(
                "lock",
                "secondfactor.waiting.title",
                List.of(),
                "secondfactor.waiting.text",
                new WaitClock(messages.getMessage("secondfactor.waiting.you", null, locale), today, null, today, true),
                "/account/second-step",
                "secondfactor.waiting.action"));
    }
}
