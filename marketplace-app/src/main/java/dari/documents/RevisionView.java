package dari.documents;

import java.time.Instant;

/** A document as it was once saved. */
public record RevisionView(int revision, DocumentContent content, FileFacts file, Instant savedAt) {}
