package dari.kernel;

import java.util.UUID;

/** Makes identities: UUIDv7, so that keys grow with time and indexes stay compact. */
@FunctionalInterface
public interface Ids {

    UUID next();
}
