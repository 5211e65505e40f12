package dari.introductions;

import java.time.Instant;

/** A message of a thread with the names of who wrote it. */
public record ShownMessage(
        String author, String organization, boolean mine, String language, String body, Instant writtenAt) {}
