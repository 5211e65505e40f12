package dari.introductions;

import dari.documents.FileFacts;
import java.time.Instant;
import java.util.List;

/** A message of a thread with the names of who wrote it and the files it carries. */
public record ShownMessage(
        String author,
        String organization,
        boolean mine,
        String language,
        String body,
        List<FileFacts> files,
        Instant writtenAt) {}
