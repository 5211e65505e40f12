package dari.documents;

import java.time.Instant;
import java.util.UUID;

/**
 * Who sees a document.
 *
 * @param effective false while the hospital has nothing under way with the startup, so that it does not see it yet
 */
public record GrantView(UUID id, Viewer viewer, Instant grantedAt, boolean effective) {}
