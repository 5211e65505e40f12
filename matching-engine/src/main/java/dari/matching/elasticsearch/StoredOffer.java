package dari.matching.elasticsearch;

import dari.matching.retrieval.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the index; what is null is not there.
 *
 * @param id of the offer, once more as a column: a search that reads columns alone unpacks no document
 * @param tokens joined by spaces
 * @param vector of length 1
 * @param offer as {@link dari.matching.retrieval.OfferBytes} in base64; a column as well, and nothing else
 * @param position set in the one document that is no offer and remembers it
 */
record StoredOffer(
        @Nullable String id,
        @Nullable String tokens,
        @Nullable List<Float> vector,
        @Nullable String offer,
        @Nullable Long position) {

    static @Nullable List<Float> values(float @Nullable [] vector) {
        if (vector == null) {
            return null;
        }
        List<Float> values = new ArrayList<>(vector.length);
        for (float value : vector) {
            values.add(value);
        }
        return values;
    }

    /** About how long it is in a request. */
    long characters() {
        return (tokens == null ? 0L : tokens.length())
                + (offer == null ? 0L : offer.length())
                + (vector == null ? 0L : vector.size() * 12L);
    }

    /** What feedback needs of it. */
    Stored forFeedback() {
        float[] numbers = null;
        if (vector != null) {
            numbers = new float[vector.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = vector.get(i);
            }
        }
        return Stored.of(tokens == null ? "" : tokens, numbers);
    }
}
