package dari.documents;

import java.util.UUID;

/** One line of an asker's list. */
public record AskedView(UUID id, AskedContent content) {}
