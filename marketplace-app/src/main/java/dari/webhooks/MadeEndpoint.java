package dari.webhooks;

import java.util.UUID;

/** An endpoint with the secret that was just made for it: the only time that it is there. */
public record MadeEndpoint(UUID id, String secret) {

    @Override
    public String toString() {
        return "MadeEndpoint[" + id + ", redacted]";
    }
}
