package dari.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A notice as its reader sees it. */
public record ShownNotice(
        UUID id, String messageKey, List<String> arguments, String link, Instant at, boolean unread) {}
