package dari.accounts;

import dari.kernel.CurrentActor;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** In which zone the reader of a page reads and writes times; pages ask it as {@code @reader.zone}. */
@Component("reader")
public class ReaderZone {

    private static final String KNOWN = ReaderZone.class.getName();

    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final ZoneId seoul;

    ReaderZone(Accounts accounts, CurrentActor currentActor, ZoneId seoul) {
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.seoul = seoul;
    }

    /** The person's own; Seoul's for a visitor and for background work. */
    public ZoneId getZone() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null && request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof ZoneId known) {
            return known;
        }
        Optional<ZoneId> chosen = currentActor.person().flatMap(accounts::zoneOf);
        ZoneId zone = chosen.orElse(seoul);
        if (request != null && chosen.isPresent()) {
            request.setAttribute(KNOWN, zone, RequestAttributes.SCOPE_REQUEST);
        }
        return zone;
    }

    /** What it is called, to stand beside a time. */
    public String name(Locale locale) {
        return getZone().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
