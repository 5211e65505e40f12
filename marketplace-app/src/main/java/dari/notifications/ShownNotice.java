package dari.notifications;

import java.time.Instant;
import java.util.List;

/** A notice as its reader sees it. */
public record ShownNotice(String messageKey, List<String> arguments, String link, Instant at, boolean unread) {}
