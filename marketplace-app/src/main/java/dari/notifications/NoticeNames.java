package dari.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Knows what organisations are called; empty for one that is none. */
public interface NoticeNames {

    Optional<String> name(UUID organization, Locale locale);
}
