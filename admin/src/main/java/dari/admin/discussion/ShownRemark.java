package dari.admin.discussion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param name the writer's name; null where reviewers read: they know each other by number only
 * @param number the reviewers numbered as they first spoke, from 1; 0 for the office
 */
public record ShownRemark(@Nullable String name, int number, boolean mine, String language, String body, Instant at) {}
