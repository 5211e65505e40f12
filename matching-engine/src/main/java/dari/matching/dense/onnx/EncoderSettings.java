package dari.matching.dense.onnx;

import dari.matching.dense.EncoderUnusable;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a model wants to be used; in {@code encoder.properties} beside it.
 *
 * @param pooling {@code mean} (default) or {@code cls}
 * @param queryPrefix what stands before a text that is looked for, as the model was trained; default nothing
 * @param documentPrefix what stands before a text that is to be found; default nothing
 * @param maxTokens most pieces the model takes at once, marks included; longer texts are cut into passages; default 512
 * @param readsKorean whether Korean text gets a vector; default true
 */
record EncoderSettings(Pooling pooling, String queryPrefix, String documentPrefix, int maxTokens, boolean readsKorean) {

    private static final Set<String> KNOWN =
            Set.of("pooling", "queryPrefix", "documentPrefix", "maxTokens", "readsKorean");
    private static final int LEAST_TOKENS = 8;
    private static final int MOST_TOKENS = 8192;

    /** @param file name for messages */
    static EncoderSettings of(Properties properties, String file) {
        Set<String> strange = new TreeSet<>(properties.stringPropertyNames());
        strange.removeAll(KNOWN);
        if (!strange.isEmpty()) {
            throw new EncoderUnusable(file + ": does not know " + String.join(", ", strange) + "; it knows "
                    + String.join(", ", new TreeSet<>(KNOWN)));
        }
        return new EncoderSettings(
                switch (properties.getProperty("pooling", "mean").strip()) {
                    case "mean" -> Pooling.MEAN;
                    case "cls" -> Pooling.CLS;
                    default -> throw new EncoderUnusable(file + ": pooling must be mean or cls");
                },
                properties.getProperty("queryPrefix", ""),
                properties.getProperty("documentPrefix", ""),
                maxTokens(properties.getProperty("maxTokens", "512").strip(), file),
                switch (properties.getProperty("readsKorean", "true").strip()) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new EncoderUnusable(file + ": readsKorean must be true or false");
                });
    }

    private static int maxTokens(String value, String file) {
        if (value.matches("[0-9]{1,4}")) {
            int tokens = Integer.parseInt(value);
            if (tokens >= LEAST_TOKENS && tokens <= MOST_TOKENS) {
                return tokens;
            }
        }
        throw new EncoderUnusable(
                file + ": maxTokens must be a whole number from " + LEAST_TOKENS + " to " + MOST_TOKENS);
    }
}
