package dari.webhooks;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent to an endpoint. */
record Post(String url, Map<String, String> headers, String body) {

    /**
     * How it went.
     *
     * @param status what was answered; null when nothing was
     * @param failure code of why not
     */
    record Outcome(@Nullable Integer status, @Nullable String failure) {

        boolean isDelivered() {
            return status != null && status >= 200 && status < 300;
        }

        /** The receiver wants no more of it (RFC 9110, 410 Gone). */
        boolean isGone() {
            return status != null && status == 410;
        }
    }
}
