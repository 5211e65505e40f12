package dari.documents;

import java.util.Collection;
import java.util.UUID;

/** A feature that keeps a file of the wallet beside its own things, so that it must not be deleted. */
public interface FileReferences {

    boolean referToAnyOf(Collection<UUID> files);
}
